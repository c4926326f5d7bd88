// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.BlockedWords;
import dev.usher.rules.Rules;
import dev.usher.text.Term;
import dev.usher.text.TermFile;
import dev.usher.text.TermMatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** See {@link Rules#blockedWords}. */
final class BlockedWordsFactory implements RuleFactory {
    @Override
    public String type() {
        return "blocked-words";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int before = options.faultCount();
        List<String> lists = lists(options);
        int minSeverity = options.integer("minSeverity", 2, 1, 3);
        List<String> words = terms(options, "words");
        List<String> allow = terms(options, "allow");
        List<TermFile> files = files(options, services);
        boolean keepFirstLetter = options.flag("keepFirstLetter", false);
        if (options.faultCount() == before && lists.isEmpty() && words.isEmpty() && files.isEmpty()) {
            options.fault("lists", "expected a list such as \"en\", or \"words\" or \"files\" of your own");
        }
        try {
            return Rules
                    .blockedWords(new BlockedWords(lists, minSeverity, words, allow, files, keepFirstLetter))
                    .then(options.action(ActionType.DENY, List.of(ActionType.values()),
                            "Please mind your language."));
        } catch (IllegalArgumentException refused) {
            if (options.faultCount() == before) {
                findRefused(options, services, words, allow);
            }
            throw refused;
        }
    }

    /** Notes the place of each term that the compilation refuses; a sound file is compiled once and never comes here. */
    private static void findRefused(RuleOptions options, RuleServices services, List<String> words,
            List<String> allow) {
        findRefused(options, "words", words);
        findRefused(options, "allow", allow);
        List<String> names = options.strings("files");
        for (int i = 0; i < names.size(); i++) {
            try {
                TermFile.check(services.file(names.get(i)));
            } catch (IOException | IllegalArgumentException fault) {
                options.fault("files", i, String.valueOf(fault.getMessage()));
            }
        }
    }

    private static void findRefused(RuleOptions options, String name, List<String> terms) {
        for (int i = 0; i < terms.size(); i++) {
            try {
                TermMatcher.check(terms.get(i));
            } catch (IllegalArgumentException fault) {
                options.fault(name, i, String.valueOf(fault.getMessage()));
            }
        }
    }

    private static List<String> lists(RuleOptions options) {
        List<String> sound = new ArrayList<>();
        List<String> names = options.strings("lists");
        for (int i = 0; i < names.size(); i++) {
            if (TermMatcher.ships(names.get(i))) {
                sound.add(names.get(i));
            } else {
                options.fault("lists", i, "expected a language such as \"en\", or a category of one such as"
                        + " \"en/slur\", found \"" + names.get(i) + "\"");
            }
        }
        return sound;
    }

    private static List<String> terms(RuleOptions options, String name) {
        List<String> sound = new ArrayList<>();
        List<String> written = options.strings(name);
        for (int i = 0; i < written.size(); i++) {
            try {
                Term.parse(written.get(i), TermMatcher.OWN, 3);
                sound.add(written.get(i));
            } catch (IllegalArgumentException fault) {
                options.fault(name, i, String.valueOf(fault.getMessage()));
            }
        }
        return sound;
    }

    private static List<TermFile> files(RuleOptions options, RuleServices services) {
        List<TermFile> contents = new ArrayList<>();
        List<String> names = options.strings("files");
        for (int i = 0; i < names.size(); i++) {
            try {
                contents.add(TermFile.read(services.file(names.get(i)), names.get(i)));
            } catch (IOException unreadable) {
                options.fault("files", i, "cannot be read: " + unreadable);
            } catch (IllegalArgumentException fault) {
                options.fault("files", i, String.valueOf(fault.getMessage()));
            }
        }
        return contents;
    }
}
