// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Hostile events through the whole function, some thousands in a build and a million under {@code -Pfuzz}. */
final class HandlerFuzzTest {
    @Test
    void everyEventGetsAValidResponse() throws IOException {
        int events = Integer.parseInt(System.getProperty("usher.fuzz.events", "5000"));
        String given = System.getProperty("usher.fuzz.seed", "");
        long seed = given.isEmpty() ? new SplittableRandom().nextLong() : Long.parseLong(given);
        System.out.println("fuzz: " + events + " events, -Dusher.fuzz.seed=" + seed);

        EventFuzzer fuzzer = new EventFuzzer(seed, GoldenEvents.all());
        Counter reviewed = new Counter();
        MessageReviewHandler handler = new MessageReviewHandler(Map.of(), reviewed);
        MessageReviewHandler allowing = new MessageReviewHandler(Map.of("USHER_FALLBACK_RESULT", "ALLOW"),
                OutputStream.nullOutputStream());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Duration longest = Duration.ZERO;
        Duration longestOfOurs = Duration.ZERO;
        int allowed = 0;
        for (int i = 0; i < events; i++) {
            byte[] event = fuzzer.next();
            try {
                ByteArrayOutputStream response = new ByteArrayOutputStream();
                long start = System.nanoTime();
                long startOfOurs = threads.getCurrentThreadCpuTime();
                (i % 8 == 0 ? allowing : handler).handleRequest(new ByteArrayInputStream(event), response,
                        null);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Duration ours = Duration.ofNanos(threads.getCurrentThreadCpuTime() - startOfOurs);
                longest = took.compareTo(longest) > 0 ? took : longest;
                longestOfOurs = ours.compareTo(longestOfOurs) > 0 ? ours : longestOfOurs;
                JsonNode checked = ResponseContract.check(response.toByteArray());
                allowed += checked.get("ReviewResult").textValue().equals("ALLOW") ? 1 : 0;
            } catch (Throwable fault) {
                fail("seed " + seed + ", event " + i + ", in base 64: "
                        + Base64.getEncoder().encodeToString(event), fault);
            }
        }
        System.out.println("fuzz: " + allowed + " allowed, " + (events - allowed) + " denied, "
                + reviewed.reviewed + " reviewed, longest " + longest.toNanos() / 1000
                + " microseconds, of processor "
                + longestOfOurs.toNanos() / 1000);
        assertThat(allowed).as("so that both outcomes are tried").isBetween(events / 20,
                events - events / 20);
        assertThat(reviewed.reviewed).as("so that the rules are reached").isGreaterThan(events / 10);
    }

    /** Counts the log lines of events that were read. */
    private static final class Counter extends OutputStream {
        private int reviewed;

        @Override
        public void write(int b) {
            // the end of a line
        }

        @Override
        public void write(byte[] line) {
            if (!new String(line, StandardCharsets.UTF_8).contains("\"notReviewed\"")) {
                reviewed++;
            }
        }
    }
}
