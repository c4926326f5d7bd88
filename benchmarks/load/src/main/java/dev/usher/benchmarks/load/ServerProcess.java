// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, asked by lines: see {@link ChatServer}. One thread at a time. */
final class ServerProcess implements AutoCloseable {
    static final String HEAP = "-Xmx1g";
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final int port;

    /** Starts it with our own class path. */
    ServerProcess() throws IOException {
        process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), HEAP, "-cp",
                System.getProperty("java.class.path"), ChatServer.class.getName())
                .redirectError(Redirect.INHERIT).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        port = Integer.parseInt(answer());
    }

    int port() {
        return port;
    }

    String room() throws IOException {
        return ask("room");
    }

    String token(String room, int user) throws IOException {
        return ask("token " + room + " u" + user);
    }

    long count(String name) throws IOException {
        return Long.parseLong(ask("count " + name));
    }

    int people(String room) throws IOException {
        return Integer.parseInt(ask("people " + room));
    }

    /** What the server needs at this moment. */
    Memory memory() throws IOException {
        String[] bytes = ask("memory").split(" ", -1);
        return new Memory(Long.parseLong(bytes[0]), Long.parseLong(bytes[1]));
    }

    /**
     * In bytes.
     *
     * @param heap in use right after a collection
     * @param resident of the whole process; 0 where the system does not tell
     */
    record Memory(long heap, long resident) {}

    private String ask(String question) throws IOException {
        questions.println(question);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the server ended");
        }
        return line;
    }

    /** Ends when its input does. */
    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
