// SPDX-License-Identifier: Apache-2.0
/** Counters and bans in DynamoDB, shared by every execution environment. */
@NullMarked
package dev.usher.state.dynamodb;

import org.jspecify.annotations.NullMarked;
