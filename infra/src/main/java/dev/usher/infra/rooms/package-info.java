// SPDX-License-Identifier: Apache-2.0
/**
 * Rooms that are moderated, and proven to be: the custom resource {@code Custom::ChatRooms}
 * ({@link dev.usher.infra.rooms.ChatRoomsHandler}) and the same for the command line
 * ({@link dev.usher.infra.rooms.Fleet}).
 *
 * <p>Knows the control plane and the messaging API of Amazon IVS Chat; knows no rule and not the review function's
 * code, of which it asks one thing: that it refuses the canary (docs/CONTRACT.md). docs/ROOMS.md tells how it works.
 *
 * <pre>{@code
 * try (Fleet fleet = Fleet.open(access)) {
 *     fleet.rooms(Selection.all(), page -> {}).forEach(room -> fleet.attach(room, wiring));
 * }
 * }</pre>
 */
@NullMarked
package dev.usher.infra.rooms;

import org.jspecify.annotations.NullMarked;
