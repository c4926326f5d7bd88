// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.page.RulesDesk.RuleFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Puts a rules file into force again whenever it changes; while it is faulty, the rules before stay. */
final class RulesFileWatch implements AutoCloseable {
    private static final long PERIOD_MILLISECONDS = 300;

    private final RulesInForce rules;
    private final Path file;
    private final PrintStream err;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("usher-rules").factory());
    private String last;

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    private RulesFileWatch(RulesInForce rules, Path file, PrintStream err) {
        this.rules = rules;
        this.file = file;
        this.err = err;
        this.last = rules.rules();
        thread.scheduleWithFixedDelay(this::look, PERIOD_MILLISECONDS, PERIOD_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    static RulesFileWatch start(RulesInForce rules, Path file, PrintStream err) {
        return new RulesFileWatch(rules, file, err);
    }

    private void look() {
        String now;
        try {
            now = Files.readString(file);
        } catch (IOException beingReplaced) {
            return; // an editor may do that; the next look finds it
        }
        if (!now.equals(last)) {
            last = now;
            if (!now.equals(rules.rules())) { // else the page has saved it
                apply(now);
            }
        }
    }

    private void apply(String text) {
        List<RuleFault> faults = rules.check(text);
        try {
            if (faults.isEmpty()) {
                rules.apply(text);
                err.println(file + " has changed, and is in force");
            } else {
                faults.forEach(fault -> err.println(file + ": " + fault.path() + ": " + fault.message()));
                err.println(file + " has changed and is faulty: the rules before it stay in force");
            }
        } catch (Exception broken) {
            err.println(file + ": " + broken);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
