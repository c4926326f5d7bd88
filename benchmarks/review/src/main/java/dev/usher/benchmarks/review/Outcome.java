// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.review;

/** What comes of a message under the rules that ship. */
public enum Outcome {
    ALLOW(" good night all", "ALLOW"),
    MASK(" ann@example.com", "ALLOW"),
    DENY(" what bullsh1t", "DENY");

    final String end;
    final String result;

    Outcome(String end, String result) {
        this.end = end;
        this.result = result;
    }
}
