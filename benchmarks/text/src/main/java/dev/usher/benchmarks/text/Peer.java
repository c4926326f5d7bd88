// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.List;

/** The engines that are measured, by the name that the {@code engine} parameter takes. */
public enum Peer {
    /** Usher, as the rule blocked-words calls it. */
    USHER,
    /** Lower case, then a double-array Aho-Corasick: what one would write with the fastest library. */
    HANKCS,
    /** The same behind Unicode's NFKC case folding: the library route to a little evasion resistance. */
    ICU_HANKCS,
    /** The one Java library that folds and matches; repeats are not ignored, which would lose double letters. */
    SENSITIVE_WORD,
    /** One {@link String#contains} for each term. */
    CONTAINS,
    /** One {@link java.util.regex.Pattern} of all the terms. */
    REGEX;

    Matcher matching(List<String> terms) {
        return switch (this) {
            case USHER -> new UsherMatcher(terms);
            case HANKCS -> HankcsMatcher.lowerCased(terms);
            case ICU_HANKCS -> HankcsMatcher.caseFolded(terms);
            case SENSITIVE_WORD -> new SensitiveWordMatcher(terms);
            case CONTAINS -> new ContainsMatcher(terms);
            case REGEX -> new RegexMatcher(terms);
        };
    }
}
