// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

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
 * @param permission whether the function of an ARN may be called
 */
public record Settings(String region, String accountId, InstantSource clock, LongSupplier ticker,
        Duration reviewLimit, Duration tokenValidity, boolean quotas, boolean messagingQuotas,
        Predicate<String> permission) {
    /** Any function may be called. */
    public Settings(String region, String accountId, InstantSource clock, LongSupplier ticker,
            Duration reviewLimit, Duration tokenValidity, boolean quotas, boolean messagingQuotas) {
        this(region, accountId, clock, ticker, reviewLimit, tokenValidity, quotas, messagingQuotas,
                arn -> true);
    }
}
