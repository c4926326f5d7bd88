// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a packaged function through golden events, over a Runtime API of its own: to train an ahead-of-time cache, and
 * to see that what it made answers right. {@code java Train.java EVENTS ROUNDS FOLDER COMMAND...}
 *
 * <p>Each answer must be the event's golden response. Exit codes: 0 all were, 1 one was not or the function failed.
 */
public final class Train {
    private record Pair(String name, byte[] event, String response) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final int calls;
    private int handed;
    private String fault = "";
    private boolean done;

    private Train(Path events, int rounds) throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.sorted().filter(path -> path.toString().endsWith(".event.json")).toList()) {
                String name = file.getFileName().toString().replace(".event.json", "");
                pairs.add(new Pair(name, Files.readAllBytes(file),
                        Files.readString(events.resolve(name + ".response.json")).strip()));
            }
        }
        calls = rounds * pairs.size();
    }

    public static void main(String[] args) throws Exception {
        Train train = new Train(Path.of(args[0]), Integer.parseInt(args[1]));
        System.exit(train.run(Path.of(args[2]), Arrays.asList(args).subList(3, args.length)));
    }

    private int run(Path folder, List<String> command) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(java.util.Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:"
                + server.getAddress().getPort(), "LAMBDA_TASK_ROOT", folder.toString(), "AWS_LAMBDA_FUNCTION_NAME", "local",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512", "_HANDLER", "dev.usher.handler.MessageReviewHandler"));
        Process process = builder.start();
        synchronized (this) {
            for (int i = 0; i < 600 && !done && process.isAlive(); i++) {
                wait(100);
            }
        }
        boolean answered = done && fault.isEmpty();
        process.destroy(); // a SIGTERM: a cache is written at the end
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fault = "the function did not end";
        }
        server.stop(0);
        if (!answered || !fault.isEmpty()) {
            System.err.println("train: " + (fault.isEmpty() ? "the function ended after " + handed + " events" : fault));
            return 1;
        }
        System.err.println("train: " + calls + " events, all answered as they should be");
        return 0;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/next") && handed < calls && fault.isEmpty()) {
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-" + handed);
            exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", "" + (System.currentTimeMillis() + 10_000));
            exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn",
                    "arn:aws:lambda:us-west-2:123456789012:function:local");
            byte[] event = pairs.get(handed++ % pairs.size()).event();
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
            exchange.close();
        } else if (path.endsWith("/next")) {
            done = true; // left waiting, as an idle function is
            notifyAll();
        } else {
            Pair pair = pairs.get((handed + pairs.size() - 1) % pairs.size());
            String said = new String(body, StandardCharsets.UTF_8).strip();
            if (!path.endsWith("/response") || !said.equals(pair.response())) {
                fault = pair.name() + ": expected " + pair.response() + ", " + path + " said " + said;
            }
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        }
    }
}
