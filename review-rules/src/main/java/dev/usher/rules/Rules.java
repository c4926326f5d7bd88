// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.ReviewRule;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The built-in rules: what they find, for {@link Detector#then} to say what is done about it. See docs/RULES.md. */
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

    /**
     * Finds contents of which a share of the letters, or more, are capitals.
     *
     * @param share above 0, up to 1
     * @param minimumLetters how many letters, small or capital, there must be
     */
    public static Detector shouting(double share, int minimumLetters) {
        return new ShoutingDetector(share, minimumLetters);
    }

    /** Finds what runs of one character, word or line have beyond a limit. */
    public static Detector repetition(RepetitionOptions options) {
        return new RepetitionDetector(options);
    }

    /**
     * Finds marks stacked on one character, and characters that cannot be seen.
     *
     * @param marks how many marks may stand on a letter that is not of Latin, Greek or Cyrillic; on the others half as
     *     many, rounded up
     * @param invisible whether characters that cannot be seen are found where nothing needs them
     */
    public static Detector zalgo(int marks, boolean invisible) {
        return new ZalgoDetector(marks, invisible);
    }

    /** Finds emoji that are too many. */
    public static Detector emoji(EmojiOptions options) {
        return new EmojiDetector(options);
    }

    /** Finds the mentions, such as {@code @ann}, beyond a number of them. */
    public static Detector mentions(int maximum) {
        return new MentionDetector(maximum);
    }

    /** Finds contents longer than the given number of code points. */
    public static Detector length(int maximum) {
        return new LengthDetector(maximum);
    }

    /** Finds characters of other scripts than the given ones; those of no script of their own always pass. */
    public static Detector scripts(Set<UnicodeScript> allowed) {
        return new ScriptDetector(allowed);
    }

    /** Finds addresses of e-mail, numbers of phones, cards and bank accounts, and IP addresses. */
    public static Detector personalData(PersonalDataOptions options) {
        return new PersonalDataDetector(options);
    }

    /**
     * Finds what regular expressions match: those of RE2, which have no look-around and no back-references.
     *
     * @throws IllegalArgumentException where one is not sound, is longer than 500 characters, or has repetitions that
     *     multiply to more than 1,000
     */
    public static Detector patterns(List<String> patterns, boolean ignoreCase) {
        return new PatternDetector(patterns, ignoreCase);
    }

    /**
     * Does the action about every message of some senders: those with one of the user ids, or one of the values of one
     * of the attributes.
     */
    public static ReviewRule senders(Set<String> userIds, Map<String, Set<String>> attributes,
            Action action) {
        return new SenderRule(userIds, attributes, action);
    }
}
