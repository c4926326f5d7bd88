// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code usher chat} in this process, on a port of its own; closing it interrupts it. */
final class LiveChat implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("this machine: (http://[^/]*)/");
    private static final Pattern ROOM = Pattern.compile("arn:aws:ivschat:\\S+:room/\\w+");
    private static final int PATIENCE_SECONDS = 20;

    private final Noted out = new Noted();
    private final Noted err = new Noted();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread thread;

    LiveChat(String... arguments) {
        List<String> all = new ArrayList<>(List.of("chat", "--port", "0"));
        all.addAll(List.of(arguments));
        Console console = new Console(InputStream.nullInputStream(), new BufferedOutputStream(out, 1 << 16),
                new PrintStream(err, true, StandardCharsets.UTF_8), Run.HOME, false);
        this.thread = Thread.ofPlatform().daemon()
                .start(() -> exit.complete(Usher.run(console, all.toArray(String[]::new))));
        out.await("\n\n$");
    }

    URI endpoint() {
        return URI.create(find(ADDRESS, 1));
    }

    String roomArn() {
        return find(ROOM, 0);
    }

    String out() {
        return out.text();
    }

    /** What standard error says, once it says this. */
    String errWith(String pattern) {
        err.await(pattern);
        return err.text();
    }

    /** Joins its room "demo" as ann and says these lines; what ann saw, without ids. */
    List<String> say(String... lines) {
        return sayAs("ann", lines);
    }

    /** The same as someone else. */
    List<String> sayAs(String userId, String... lines) {
        Run run = Run.of(String.join("\n", lines) + "\n", "join", "demo", "--as", userId, "--endpoint",
                endpoint().toString());
        return run.lines().stream().map(line -> line.replaceFirst("^\\w{12}  ", "")).toList();
    }

    /** Calls an operation of the control plane; the answer's body. */
    String call(String operation, String input) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(endpoint().resolve("/" + operation))
                .POST(BodyPublishers.ofString(input)).build(), BodyHandlers.ofString()).body();
    }

    int end() throws Exception {
        thread.interrupt();
        return exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.interrupt();
        exit.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private String find(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(out.text());
        if (!matcher.find()) {
            throw new AssertionError(out.text() + "\n" + err.text());
        }
        return matcher.group(group);
    }

    /** What was written, for whoever waits for it. */
    static final class Noted extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            super.write(b);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            notifyAll();
        }

        synchronized String text() {
            return toString(StandardCharsets.UTF_8);
        }

        synchronized void await(String pattern) {
            Pattern wanted = Pattern.compile(pattern);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            try {
                while (!wanted.matcher(text()).find()) {
                    long left = (until - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        throw new AssertionError(
                                "no " + pattern + " in: " + text());
                    }
                    wait(left);
                }
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
