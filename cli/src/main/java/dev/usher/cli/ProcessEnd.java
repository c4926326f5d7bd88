// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.Init;
import dev.usher.lambda.Outcome;

/** How a function's process ended, in a reader's words, with the last lines that it wrote. */
final class ProcessEnd {
    private static final int LINES = 12;

    private ProcessEnd() {}

    static String of(Outcome outcome, String log) {
        return switch (outcome) {
            case Outcome.Answered answered -> "answered";
            case Outcome.Failed failed -> "the function threw: " + ErrorText.of(failed.error());
            case Outcome.TimedOut late ->
                "the function's own time-out passed after " + Durations.text(late.took());
            case Outcome.Crashed crashed ->
                "its process ended in the middle of an event, " + code(crashed.exitCode())
                        + tail(log);
            case Outcome.NotStarted never -> of(never.init(), log);
        };
    }

    private static String of(Init init, String log) {
        return switch (init) {
            case Init.Ready ready -> "ready";
            case Init.Failed failed -> "init failed: "
                    + ErrorText.of(failed.error());
            case Init.Crashed crashed -> "init crashed, " + code(crashed.exitCode()) + tail(log);
            case Init.TimedOut late -> "init timed out, Lambda grants it 10 s" + tail(log);
        };
    }

    private static String code(int exitCode) {
        return exitCode > 128 ? "killed by signal " + (exitCode - 128) : "exit code " + exitCode;
    }

    /** The last lines of the log, indented. */
    private static String tail(String log) {
        String[] lines = log.strip().split("\n", -1);
        StringBuilder tail = new StringBuilder();
        for (int i = Math.max(0, lines.length - LINES); i < lines.length; i++) {
            tail.append("\n    ").append(lines[i].stripTrailing());
        }
        return log.isBlank() ? "" : "; the end of its log:" + tail;
    }
}
