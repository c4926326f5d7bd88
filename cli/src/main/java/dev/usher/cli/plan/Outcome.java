// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.EnumMap;
import java.util.Map;

/** What became of the messages, in all and second by second. Filled by one {@link Simulation}; read-only for others. */
public final class Outcome {
    /** Why a message was decided by the room's fallback. */
    public enum Cause {
        /** It met an environment that had to be started. */
        COLD_START,
        /** Lambda turned it away: the concurrency, its growth or its requests a second were used up. */
        THROTTLED,
        /** It met a warm environment, and the answer was late all the same. */
        LATE
    }

    final double span;
    final int[] messages;
    final int[] fallbacks;
    final int[] environments;
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    long refused;
    long onDemandMillis;
    long provisionedMillis;
    long coldStarts;
    double busySeconds;
    private long messagesInAll;

    Outcome(double span) {
        int seconds = Math.max(1, (int) Math.ceil(span));
        this.span = span;
        this.messages = new int[seconds];
        this.fallbacks = new int[seconds];
        this.environments = new int[seconds];
    }

    void message(double now) {
        messages[(int) now]++;
        messagesInAll++;
    }

    void fallback(double now, Cause cause) {
        fallbacks[(int) now]++;
        causes.merge(cause, 1L, Long::sum);
    }

    /** How many were reviewed or fell back. */
    public long messages() {
        return messagesInAll;
    }

    /** How many the rooms refused, since they came faster than a room's limit; the function never saw them. */
    public long refused() {
        return refused;
    }

    public long fallbacks() {
        long sum = 0;
        for (long count : causes.values()) {
            sum += count;
        }
        return sum;
    }

    public long fallbacks(Cause cause) {
        return causes.getOrDefault(cause, 0L);
    }

    /** The share of messages that fell back, 0 to 1. */
    public double fallbackShare() {
        return messagesInAll == 0 ? 0 : (double) fallbacks() / messagesInAll;
    }

    /** How many environments were started while a message waited. */
    public long coldStarts() {
        return coldStarts;
    }

    /** The most environments that there were, those without work among them. */
    public int peakEnvironments() {
        int peak = 0;
        for (int count : environments) {
            peak = Math.max(peak, count);
        }
        return peak;
    }

    /** How many there were in the given second. */
    public int environmentsAt(double second) {
        return environments[(int) second];
    }

    /** The mean number of environments at work. */
    public double meanBusy() {
        return busySeconds / span;
    }

    /** How many fell back from one second on and before another. */
    public long fallbacksBetween(double from, double to) {
        return sum(fallbacks, from, to);
    }

    public long messagesBetween(double from, double to) {
        return sum(messages, from, to);
    }

    /** How long after the given second a second in which more than this share fell back was the last; 0 for none. */
    public double lastAbove(double share, double from, double to) {
        int last = 0;
        for (int i = (int) from; i < Math.min(to, messages.length); i++) {
            if (fallbacks[i] > share * messages[i]) {
                last = i + 1 - (int) from;
            }
        }
        return last;
    }

    private static long sum(int[] counts, double from, double to) {
        long sum = 0;
        for (int i = (int) from; i < Math.min(to, counts.length); i++) {
            sum += counts[i];
        }
        return sum;
    }
}
