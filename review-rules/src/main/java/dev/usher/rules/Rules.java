// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.ReviewRule;
import dev.usher.state.BanList;
import dev.usher.state.CounterStore;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.InstantSource;
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

    /**
     * Does the action about messages beyond a number of them in a window, which begins with the first. One increment a
     * message.
     *
     * @param owner the rule's own name, under which it counts
     * @param everywhere whether those of all rooms are counted together
     * @param messages how many pass in each window, 1 or more: all of them may come at once
     */
    public static ReviewRule rateLimit(CounterStore counters, String owner, Per per, boolean everywhere,
            int messages, Duration window, Action action) {
        return new RateLimitRule(counters, owner, per, everywhere, messages, window, "rate", action);
    }

    /** Does the action about a user's messages in a room that come sooner than the interval after one that passed. */
    public static ReviewRule slowMode(CounterStore counters, String owner, Duration interval, Action action) {
        return new RateLimitRule(counters, owner, Per.USER, false, 1, interval, "slow-mode", action);
    }

    /** Does the action about texts that one user repeats, or that many users send. */
    public static ReviewRule duplicates(CounterStore counters, String owner, DuplicatesOptions options,
            Action action) {
        return new DuplicatesRule(counters, owner, options, action);
    }

    /** Watches rooms for raids; does the action about first-time senders while a room is guarded. */
    public static Raid raid(CounterStore counters, InstantSource clock, String owner, RaidOptions options,
            Action action) {
        return new Raid(counters, clock, owner, options, action);
    }

    /** Does the action about every message of those whom one of the lists bans. */
    public static ReviewRule bans(List<BanList> lists, Action action) {
        return new BansRule(lists, action);
    }

    /** Does the action for a while about every message of those who have been refused too often. */
    public static ReviewRule strikes(CounterStore counters, String owner, StrikesOptions options,
            Action action) {
        return new StrikesRule(counters, owner, options, action);
    }
}
