// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up terms: pronounceable, lower-case, 6 to 16 letters, all different, and the same on every machine. */
final class Terms {
    private static final String[] ONSETS = {"b", "br", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k",
        "kl", "l", "m", "n",
        "p", "pl", "qu", "r", "s", "sh", "st", "t", "tr", "v", "w", "z"};
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ee", "oo", "ou"};
    private static final String[] CODAS = {"", "", "", "b", "ck", "g", "l", "m", "n", "p", "r", "sk", "ss",
        "t", "x", "zz"};

    private Terms() {}

    /** The first so many terms; a longer list begins with a shorter one. */
    static List<String> madeUp(int count) {
        Random random = new Random(42);
        Set<String> terms = new LinkedHashSet<>();
        while (terms.size() < count) {
            StringBuilder term = new StringBuilder();
            for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
                term.append(pick(ONSETS, random)).append(pick(VOWELS, random)).append(pick(CODAS, random));
            }
            if (term.length() >= 6 && term.length() <= 16) {
                terms.add(term.toString());
            }
        }
        return List.copyOf(terms);
    }

    /** The made-up terms and, among them, the ones that the {@link HostileShape hostile shapes} are about. */
    static List<String> hostile(int count) {
        List<String> terms = new ArrayList<>(madeUp(count));
        terms.addAll(List.of("shitass", "shit", "ass", "fuck", "cum", "word"));
        for (int length = 2; length <= 24; length++) {
            terms.add("a".repeat(length));
        }
        return terms;
    }

    static <T> T pick(T[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
