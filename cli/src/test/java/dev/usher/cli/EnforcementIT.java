// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.LocalChat;
import dev.usher.lambda.Init;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.LambdaProcess;
import dev.usher.lambda.RuntimeClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** The enforcement function as it is deployed, and as its environment wires it. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class EnforcementIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aBatchOfTheLogPutsAUserOutAndBansInTheTable() throws Exception {
        DynamoDbLocal dynamoDb = DynamoDbLocal.shared();
        String table = dynamoDb.table();
        try (LocalChat chat = LocalChat.builder().start()) {
            String room = JSON.readTree(chat.call("CreateRoom", "{\"name\":\"demo\"}")).path("arn").asText();
            byte[] batch = batch(room, "eve", 30);
            try (Guest eve = new Guest(chat.endpoint(), "eve");
                    LambdaProcess function = function(Map.of("USHER_CHAT_ENDPOINT",
                            chat.endpoint().toString(),
                            "USHER_STATE_TABLE", table, "USHER_STATE_ENDPOINT", dynamoDb.endpoint()))) {
                eve.say("hello", "eve: hello");
                assertThat(answer(function, batch)).isIn("null", "");
                eve.sees("broke this chat's rules|out of this chat for an hour");
                assertThat(dynamoDb.bans("list", table).out()).startsWith("user\teve\t")
                        .endsWith("\trelentless\n");

                long calls = chat.count("ControlPlane DisconnectUser");
                assertThat(answer(function, batch)).isIn("null", "");
                assertThat(chat.count("ControlPlane DisconnectUser")).isEqualTo(calls).isPositive();
            }
        }
    }

    @Test
    void aPolicyThatIsNotThereEndsTheInit() throws Exception {
        try (LambdaProcess function = function(Map.of("USHER_POLICY", "nowhere.json"))) {
            assertThat(function.init().join()).isInstanceOfSatisfying(Init.Failed.class, failed -> assertThat(
                    failed.error().payload()).contains("USHER_POLICY: cannot read nowhere.json"));
        }
    }

    private static String answer(LambdaProcess function, byte[] event) {
        return new String(Functions.answer(function, event), StandardCharsets.UTF_8);
    }

    private static LambdaProcess function(Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"));
        return LambdaProcess.start(
                new LambdaFunction(Run.HOME.resolve("infra").resolve("target").resolve("lambda"),
                        "dev.usher.infra.enforcement.EnforcementHandler::handleRequest", 256,
                        Duration.ofSeconds(60), environment),
                RuntimeClient.in(Run.HOME.resolve(Path.of("cli", "target", "app", "runtime"))),
                OutputStream.nullOutputStream());
    }

    /** As CloudWatch Logs hands it over: so many refused messages of one user. */
    private static byte[] batch(String room, String userId, int messages) throws IOException {
        ObjectNode data = JSON.createObjectNode().put("messageType", "DATA_MESSAGE");
        for (int i = 0; i < messages; i++) {
            ObjectNode line = JSON.createObjectNode().put("room", room).put("messageId", "Message" + i)
                    .put("userId", userId).put("rule", "links").put("result", "DENY");
            line.putObject("_aws").put("Timestamp", System.currentTimeMillis());
            line.putObject("failures");
            data.withArray("logEvents").addObject().put("id", "" + i).put("message", line.toString());
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(JSON.writeValueAsBytes(data));
        }
        ObjectNode event = JSON.createObjectNode();
        event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(packed.toByteArray()));
        return JSON.writeValueAsBytes(event);
    }
}
