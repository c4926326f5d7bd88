// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.comprehend.ComprehendClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The real SDK against an endpoint that answers in the shape of the API reference. */
final class ComprehendJudgeTest {
    private static final String TWO = """
            {"ResultList":[{"Labels":[{"Name":"PROFANITY","Score":0.1}],"Toxicity":0.2},
             {"Labels":[{"Name":"INSULT","Score":0.9}],"Toxicity":0.75}]}""";
    private final AtomicReference<String> request = new AtomicReference<>("");

    @Test
    void aMessageIsAsBadAsItsWorstSegment() throws Exception {
        assertThat(score(TWO, "é".repeat(501))).isEqualTo(0.75);
        assertThat(request.get()).startsWith("Comprehend_20171127.DetectToxicContent ")
                .contains("\"LanguageCode\":\"en\"", "\"TextSegments\"");
    }

    @Test
    void anAnswerWithTooFewResultsIsNoJudgement() {
        assertThatIllegalStateException().isThrownBy(() -> score("{\"ResultList\":[]}", "x"));
    }

    @Test
    void segmentsAreCutBetweenCodePointsAndLoseNothing() {
        String content = "a" + "😀".repeat(499);
        assertThat(ComprehendJudge.segments(content)).hasSize(2)
                .allSatisfy(segment -> assertThat(segment.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(1000));
        assertThat(String.join("", ComprehendJudge.segments(content))).isEqualTo(content);
    }

    private double score(String answer, String content) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            request.set(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (ComprehendClient client = ComprehendClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_WEST_2).httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build()) {
            return new ComprehendJudge(client).score(content);
        } finally {
            server.stop(0);
        }
    }
}
