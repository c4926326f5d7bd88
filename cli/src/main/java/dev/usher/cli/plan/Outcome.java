// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.List;

/**
 * What became of the messages that were counted. Immutable.
 *
 * @param cold fell back since they met a new environment
 * @param throttled fell back since there was no environment to be had
 * @param slow fell back though their environment was warm
 * @param provisionedBusySeconds at work, of provisioned environments
 * @param onDemandBusySeconds at work, of all others
 * @param bySecond messages and fallbacks of each second
 */
public record Outcome(long messages, long cold, long throttled, long slow, int mostBusy, double meanBusy,
        double provisionedBusySeconds, double onDemandBusySeconds, List<Second> bySecond) {
    /** One second's messages, and how many of them fell back. */
    public record Second(int messages, int fallbacks) {}

    public Outcome {
        bySecond = List.copyOf(bySecond);
    }

    public long fallbacks() {
        return cold + throttled + slow;
    }

    /** Of all messages, 0 to 1. */
    public double share() {
        return messages == 0 ? 0 : (double) fallbacks() / messages;
    }

    /** How many seconds after that second the last one came in which more than the target fell back; 0 for none. */
    public int secondsAbove(double target, int from) {
        for (int i = bySecond.size() - 1; i >= from; i--) {
            if (bySecond.get(i).fallbacks() > target * bySecond.get(i).messages()) {
                return i - from + 1;
            }
        }
        return 0;
    }
}
