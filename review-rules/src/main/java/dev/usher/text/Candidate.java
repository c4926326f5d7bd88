// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * A place where a term was looked at, and what came of it. For people who tend the lists: it names the term, so it
 * goes to no log and no sender. Immutable.
 *
 * @param term the term as it folds
 */
public record Candidate(int start, int end, String term, String category, int severity, Decision decision) {}
