// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

/**
 * What a fleet is and has been through. Immutable.
 *
 * @param alive processes at present, those that start included
 * @param busy of these, how many work on an event or start for one
 * @param coldStarts events that a process was started for
 * @param provisioned events that a provisioned process took
 * @param spilledOver events that none of the provisioned was free for
 * @param throttled events that were refused
 * @param initErrors processes that never became ready
 * @param crashed processes that ended in the middle of an event
 * @param timedOut processes that were ended at the function's time-out
 * @param reclaimed processes that were ended since they had nothing to do
 */
public record FleetCounts(int alive, int busy, long coldStarts, long provisioned, long spilledOver,
        long throttled,
        long initErrors, long crashed, long timedOut, long reclaimed) {}
