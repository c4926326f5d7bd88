// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The command {@code usher join demo} of a user who stays. */
final class Guest implements AutoCloseable {
    private final PipedOutputStream in = new PipedOutputStream();
    private final LiveChat.Noted out = new LiveChat.Noted();

    Guest(URI endpoint, String userId) throws IOException {
        PipedInputStream input = new PipedInputStream(in);
        Console console = new Console(input, new BufferedOutputStream(out, 1 << 16),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), Run.HOME,
                false);
        Thread.ofPlatform().daemon().start(() -> Usher.run(console, "join", "demo", "--as", userId,
                "--endpoint", endpoint.toString()));
    }

    /** Writes a message; what it sees once it sees this. */
    String say(String line, String until) throws IOException {
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        return sees(until);
    }

    /** What it sees, once it sees this. */
    String sees(String pattern) {
        out.await(pattern);
        return out.text();
    }

    /** Leaves, without waiting. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
