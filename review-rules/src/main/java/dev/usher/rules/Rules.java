// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/** The built-in rules: what they find, for {@link Detector#then} to say what is done about it. */
public final class Rules {
    private Rules() {}

    /** Finds links, plain and disguised. */
    public static Detector links(LinkOptions options) {
        return new LinkDetector(options);
    }

    /**
     * Finds words of lists, whatever they are disguised as. Lists are read and terms compiled here, once.
     *
     * @throws IllegalArgumentException where a list does not ship or a term is none
     */
    public static Detector blockedWords(BlockedWords words) {
        return new BlockedWordsDetector(words.matcher(), words.firstLetterStays());
    }

    /** Finds contents longer than the given number of code points. */
    public static Detector length(int maximum) {
        return new LengthDetector(maximum);
    }
}
