// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.Archive;
import dev.usher.chat.model.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last things that happened, numbered, for whoever watches; a few hundred in memory,
 * and the messages in the archive, where there is one.
 * Thread-safe.
 */
public final class Journal {
    private static final int ENTRIES = 500;
    private static final int KEPT_MESSAGES = 100_000;
    private static final String MESSAGE = "message";
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Archive archive;
    private long lastNumber;

    /** Starts with the last messages that the archive has; other entries are not kept there. */
    Journal(Archive archive) {
        this.archive = archive;
        archive.read(MESSAGE).forEach((key, text) -> {
            lastNumber = Long.parseLong(key);
            ObjectNode told = Json.readObject(text).orElseThrow();
            add(new Entry(lastNumber, told, Optional.of(Reports.reviewed(told))));
        });
    }

    /** One of them; nobody writes into what it tells. */
    public record Entry(long number, ObjectNode told, Optional<Reviewed> reviewed) {}

    /** A review, with what is needed to do it again. */
    public record Reviewed(String roomArn, Judgement judgement) {}

    /** Adds something that happened. */
    public void tell(ObjectNode what) {
        tell(what, Optional.empty());
    }

    /** Adds a message that was reviewed; once this returns it is in the archive. */
    synchronized void tell(ObjectNode what, Optional<Reviewed> reviewed) {
        long number = lastNumber + 1;
        if (reviewed.isPresent() && archive.keeps()) {
            archive.put(MESSAGE, String.format("%019d", number), Json.write(what), KEPT_MESSAGES);
        }
        lastNumber = number;
        add(new Entry(number, what, reviewed));
        notifyAll();
    }

    private void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > ENTRIES) {
            entries.removeFirst();
        }
    }

    /** The entries after the given number; waits a while for the first where there is none yet. */
    public synchronized List<Entry> after(long number, Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); lastNumber <= number && left > 0; left = until - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        List<Entry> after = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.number() > number) {
                after.add(entry);
            }
        }
        return after;
    }

    /** The entry of this number, as long as it is kept. */
    public synchronized Optional<Entry> find(long number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The number of the last entry; 0 where there was none. */
    public synchronized long lastNumber() {
        return lastNumber;
    }
}
