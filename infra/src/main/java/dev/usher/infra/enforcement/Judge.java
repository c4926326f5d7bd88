// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

/** Judges a delivered message again, and takes its time for it. Thread-safe. */
@FunctionalInterface
public interface Judge {
    /**
     * How bad the content is, 0 to 1.
     *
     * @throws Exception where there is no judgement now; the batch is tried again
     */
    double score(String content) throws Exception;
}
