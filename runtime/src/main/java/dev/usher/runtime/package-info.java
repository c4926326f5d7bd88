// SPDX-License-Identifier: Apache-2.0
/**
 * A Lambda runtime for one stream handler: the Runtime API (version 2018-06-01) over one socket, and nothing else, so
 * that a cold start loads as few classes as can be. It knows AWS's interfaces and no handler:
 * {@code java -cp 'lib/*' dev.usher.runtime.FunctionRuntime com.example.Function}. What it costs to run one's own
 * runtime stands in docs/RUNTIME.md.
 */
@NullMarked
package dev.usher.runtime;

import org.jspecify.annotations.NullMarked;
