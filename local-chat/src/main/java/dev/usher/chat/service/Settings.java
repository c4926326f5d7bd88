// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What can be set about the service. Immutable.
 *
 * @param region of new rooms, where the request does not say one
 * @param clock for everything that is told as a time
 * @param ticker nanoseconds from any origin, for rates
 * @param reviewLimit how long a handler may take
 * @param tokenValidity how long a token can be used to connect
 * @param quotas whether calls of the control plane are throttled
 * @param messagingQuotas whether a connection's requests are throttled
 */
public record Settings(String region, String accountId, InstantSource clock, LongSupplier ticker,
        Duration reviewLimit, Duration tokenValidity, boolean quotas, boolean messagingQuotas) {}
