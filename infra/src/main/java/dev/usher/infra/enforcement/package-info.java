// SPDX-License-Identifier: Apache-2.0
/**
 * What follows a verdict, after it and outside the 200 ms: reads the lines of the decision log, and disconnects, bans,
 * deletes and tells moderators by policy (docs/ENFORCEMENT.md). Knows no rule and no handler.
 */
@NullMarked
package dev.usher.infra.enforcement;

import org.jspecify.annotations.NullMarked;
