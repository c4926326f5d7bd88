// SPDX-License-Identifier: Apache-2.0
/** JMH: what a message costs once the function is warm, bytes to bytes. Knows the handler and its rules. */
@NullMarked
package dev.usher.benchmarks.review;

import org.jspecify.annotations.NullMarked;
