// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says; nothing else in the rooms function reads it. Immutable. Documented in docs/ROOMS.md.
 *
 * @param chatEndpoint {@code USHER_CHAT_ENDPOINT}: where rooms are joined, for a chat that is not AWS's
 * @param callsPerSecond {@code USHER_CALLS_PER_SECOND}: of each operation on rooms; 4 if not set, since the service's
 *     quota of 5 is the whole account's
 * @param patience {@code USHER_CANARY_PATIENCE}: for how many seconds a room that fails is asked again; 120 if not set
 */
record RoomsSettings(URI chatEndpoint, double callsPerSecond, Duration patience) {
    private static final double DEFAULT_RATE = 4;
    private static final int DEFAULT_PATIENCE = 120;

    static RoomsSettings fromEnvironment(Map<String, String> environment) {
        String endpoint = environment.getOrDefault("USHER_CHAT_ENDPOINT", "");
        double rate = number(environment, "USHER_CALLS_PER_SECOND", DEFAULT_RATE);
        double patience = number(environment, "USHER_CANARY_PATIENCE", DEFAULT_PATIENCE);
        return new RoomsSettings(
                endpoint.isEmpty()
                        ? chatEndpoint(environment.get("AWS_REGION"),
                                environment.get("AWS_ENDPOINT_URL_IVSCHAT"))
                        : URI.create(endpoint),
                rate, Duration.ofMillis((long) (patience * 1000)));
    }

    /** Where the service's rooms are joined; beside the control plane, where that is not AWS's. */
    static URI chatEndpoint(@Nullable String region, @Nullable String controlPlane) {
        if (controlPlane != null && controlPlane.startsWith("http")) {
            return URI.create("ws" + controlPlane.substring("http".length()));
        }
        return URI.create("wss://edge.ivschat." + region + ".amazonaws.com");
    }

    private static double number(Map<String, String> environment, String name, double otherwise) {
        String text = environment.getOrDefault(name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && number <= 1000) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException(
                name + ": expected more than 0 and at most 1000, found \"" + text + "\"");
    }
}
