// SPDX-License-Identifier: Apache-2.0
/**
 * Counters and bans in a DynamoDB table, shared by every execution environment: {@link dev.usher.state.StateProvider}
 * for the review function, which finds it by {@link java.util.ServiceLoader}, and for whoever writes bans.
 *
 * <p>The table: partition key {@code pk} (S), time to live by {@code expires} (N, epoch seconds). Counters' keys are
 * hashed; a ban holds its user id or addresses in clear, or nobody could lift it (docs/STATE.md).
 */
@NullMarked
package dev.usher.state.dynamodb;

import org.jspecify.annotations.NullMarked;
