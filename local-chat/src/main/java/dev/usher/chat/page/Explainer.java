// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

/**
 * Tells the page how a handler came to its verdict, where the handler can tell. Thread-safe.
 *
 * <p>{@code {"steps": [{"rule": "links", "verdict": "PASS" | "EDIT" | "DENY", "micros": 12, "spans": [[3, 8]],
 * "failure": "…", "note": "…"}]}}; only {@code rule} and {@code verdict} must be there. Spans count UTF-16 units of the
 * content as it was written, the end not included.
 */
@FunctionalInterface
public interface Explainer {
    /** Takes the event that the handler had and gives the steps as JSON. */
    byte[] explain(byte[] event) throws Exception;
}
