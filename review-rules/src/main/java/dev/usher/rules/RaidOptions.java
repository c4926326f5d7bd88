// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.time.Duration;

/**
 * What is taken for a raid. Immutable.
 *
 * @param newSenders so many messages of first-time senders within the window; 0 to take no notice
 * @param rise and so many times those of the window before
 * @param denials so many denials within the window; 0 to take no notice
 * @param duration for how long the room is guarded since the last sign of a raid
 * @param memory for how long a sender is known after the first message
 * @param learning for how long after a room's first message new senders are no sign of a raid, since everybody is new
 * @param denyNewSenders whether first-time senders are refused while the room is guarded
 */
public record RaidOptions(int newSenders, double rise, int denials, Duration window, Duration duration,
        Duration memory, Duration learning, boolean denyNewSenders) {}
