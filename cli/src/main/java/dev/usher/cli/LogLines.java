// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes a log on, and hands over each of its lines. Of a line without an end the first part is kept. Thread-safe. */
final class LogLines extends OutputStream {
    private static final int LONGEST = 64 * 1024;

    private final OutputStream log;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogLines(OutputStream log, Consumer<String> lines) {
        this.log = log;
        this.lines = lines;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] == '\n') {
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (line.size() < LONGEST) {
                line.write(bytes[i]);
            }
        }
        log.write(bytes, offset, count);
    }

    @Override
    public void flush() throws IOException {
        log.flush();
    }
}
