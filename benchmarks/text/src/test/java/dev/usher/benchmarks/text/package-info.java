// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.usher.benchmarks.text;

import org.jspecify.annotations.NullMarked;
