// SPDX-License-Identifier: Apache-2.0
/** The functions of the control plane: rooms that are moderated, and enforcement. Knows no rule and no handler. */
@NullMarked
package dev.usher.infra;

import org.jspecify.annotations.NullMarked;
