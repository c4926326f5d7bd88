// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

/**
 * The outcome of a review, and what a failed rule counts as; the contract's {@code ReviewResult} and
 * {@code FallbackResult}, which share these two values.
 */
public enum ReviewResult {
    ALLOW,
    DENY
}
