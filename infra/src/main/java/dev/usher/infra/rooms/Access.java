// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rooms are reached, as a command line says it. Immutable.
 *
 * @param region of the rooms; null for that of the environment or the profile
 * @param profile of AWS's configuration files; null for the environment's
 * @param endpoint of the control plane; null for AWS's own
 * @param chatEndpoint of the messaging API; null for AWS's own, or that beside {@code endpoint}
 * @param callsPerSecond of each operation on rooms
 * @param greeting what a harmless message says
 * @param patience for how long a room that fails the canary is asked again
 */
public record Access(@Nullable String region, @Nullable String profile, @Nullable URI endpoint,
        @Nullable URI chatEndpoint, double callsPerSecond, String greeting, Duration patience) {}
