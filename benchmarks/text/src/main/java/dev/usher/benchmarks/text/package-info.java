// SPDX-License-Identifier: Apache-2.0
/**
 * The text engine beside its peers on the JVM: the same made-up terms, the same messages, one run.
 *
 * <p>Knows the engines only through {@link Matcher}; generates all it needs, with fixed seeds, and reads no data set.
 * Another engine is one class and one constant of {@link Peer}.
 *
 * <pre>{@code
 * benchmarks/text/run --quick
 * }</pre>
 */
@NullMarked
package dev.usher.benchmarks.text;

import org.jspecify.annotations.NullMarked;
