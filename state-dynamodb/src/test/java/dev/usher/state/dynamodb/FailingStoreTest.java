// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.usher.config.RuleServices;
import dev.usher.config.RuleSet;
import dev.usher.review.Deadline;
import dev.usher.review.Failure;
import dev.usher.review.Message;
import dev.usher.review.Requests;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.Sender;
import dev.usher.review.Step;
import dev.usher.state.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store that fails in every way, between the rules and DynamoDB Local: what the rules count as, and that they come
 * back by themselves.
 */
@SuppressWarnings("NullAway.Init") // made before each test
final class FailingStoreTest {
    private static final Duration LIMIT = Duration.ofMillis(150);
    private static final String RULES = """
            {"version": 1, "rules": [
              {"id": "open", "type": "rate-limit", "fallbackResult": "ALLOW", "options": {"messages": 1000}},
              {"id": "slow", "type": "rate-limit", "mode": "observe", "options": {"messages": 1000}},
              {"id": "closed", "type": "rate-limit", "fallbackResult": "DENY", "when": {"userId": ["strict"]},
               "options": {"messages": 1000}},
              {"id": "long", "type": "length", "options": {"maximum": 5}}]}""";

    private enum Trouble {
        NONE,
        SLOW,
        ERROR
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient forward = HttpClient.newHttpClient();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Trouble trouble = Trouble.NONE;
    private HttpServer proxy;
    private int port;
    private RuleSet rules;
    private long now;

    @BeforeEach
    void start() throws Exception {
        port = DynamoDbLocal.freePort();
        proxy = serve();
        String table = DynamoDbLocal.shared().table();
        DynamoDbClient client = DynamoDbStateProvider.client(null, "http://localhost:" + port);
        Table asked = new Table(client, table, () -> now);
        State state = new State(new DynamoDbCounterStore(asked, InstantSource.system()),
                new DynamoDbBanStore(asked, InstantSource.system()));
        RuleServices services = name -> {
            throw new IOException("no file " + name);
        };
        rules = RuleSet.read(RULES.getBytes(StandardCharsets.UTF_8), services.with(state),
                RuleSet.Defaults.STANDARD);
        for (int i = 0; i < 5; i++) { // connected, and its classes there
            rules.chainFor(Requests.ROOM).review(Requests.of("hi"), Deadline.after(Duration.ofSeconds(10)));
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        proxy.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aSlowStoreCostsOneDeadlineAndComesBack() throws Exception {
        trouble = Trouble.SLOW;
        ReviewReport first = review("hi");
        assertThat(failure(first, "open")).startsWith("THREW dev.usher.state.StoreException$Late");
        ReviewReport next = review("too long for it");
        assertThat(failure(next, "open")).isEqualTo("THREW dev.usher.state.StoreException$Out");
        assertThat(next.decidingRule()).isEqualTo("long"); // the others have their turn
        assertThat(next.steps().getFirst().took()).isLessThan(Duration.ofMillis(50));

        trouble = Trouble.NONE;
        comesBack();
    }

    @Test
    void errorsCountAsTheFallbackAndItComesBack() throws Exception {
        trouble = Trouble.ERROR;
        for (int i = 0; i < 10; i++) {
            assertThat(review("hi").result()).isEqualTo(ReviewResult.ALLOW);
            assertThat(review("strict", "hi").result()).isEqualTo(ReviewResult.DENY);
            assertThat(review("too long").decidingRule()).isEqualTo("long");
        }
        assertThat(failure(review("hi"), "open")).isEqualTo("THREW dev.usher.state.StoreException$Out");

        trouble = Trouble.NONE;
        comesBack();
    }

    @Test
    void aKilledStoreCountsAsTheFallbackAndComesBack() throws Exception {
        proxy.stop(0);
        for (int i = 0; i < 10; i++) {
            assertThat(review("hi").result()).isEqualTo(ReviewResult.ALLOW);
            assertThat(review("strict", "hi").result()).isEqualTo(ReviewResult.DENY);
        }

        proxy = serve();
        comesBack();
    }

    /** Without a restart: once the pause is over, one message tries it. */
    private void comesBack() {
        now += Duration.ofMinutes(1).toNanos();
        assertThat(failure(review("hi"), "open")).isEmpty();
        assertThat(review("strict", "hi").result()).isEqualTo(ReviewResult.ALLOW);
    }

    private ReviewReport review(String content) {
        return review("ann", content);
    }

    /** The answer, which must not come later than the deadline, but for what a busy machine adds. */
    private ReviewReport review(String userId, String content) {
        ReviewRequest request = Requests.from(
                new Sender(userId, "", Map.of()),
                Message.of(content));
        Deadline deadline = Deadline.after(LIMIT);
        ReviewReport report = rules.chainFor(Requests.ROOM).review(request, deadline);
        Duration took = report.steps().stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
        assertThat(took).isLessThan(LIMIT.plusMillis(100)); // a store of 300 ms was not waited for
        return report;
    }

    private static String failure(ReviewReport report, String ruleId) {
        for (Step step : report.steps()) {
            Failure failure = step.failure();
            if (step.ruleId().equals(ruleId) && failure != null) {
                return failure.cause() + " " + failure.detail();
            }
        }
        return "";
    }

    private HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
        return server;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            if (trouble == Trouble.SLOW && end.await(300, TimeUnit.MILLISECONDS)) {
                return;
            }
            if (trouble == Trouble.ERROR) {
                answer(exchange, 500,
                        "{\"__type\":\"InternalServerError\"}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            HttpRequest.Builder request = HttpRequest
                    .newBuilder(URI.create(DynamoDbLocal.shared().endpoint()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            for (String name : new String[]{"X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date"}) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
            HttpResponse<byte[]> response = forward.send(request.build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
