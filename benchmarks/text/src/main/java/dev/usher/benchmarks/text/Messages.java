// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Messages of common English, one in ten with a term in it, all of one length, the same on every machine.
 *
 * <p>There are 4,096 of them because 256 taught the branch predictor the texts and made automata look three times
 * faster than they are.
 */
final class Messages {
    static final int COUNT = 4_096;

    /** Common words, the most frequent ones first. */
    private static final String[] WORDS = words();

    private Messages() {}

    /**
     * As many messages as {@link #COUNT} says.
     *
     * @param length the UTF-16 units of each
     * @param terms the terms of which every tenth message holds one, in the words' place and between spaces
     */
    static String[] of(int length, List<String> terms) {
        Random random = new Random(7);
        String[] messages = new String[COUNT];
        for (int i = 0; i < COUNT; i++) {
            String term = i % 10 == 0 ? terms.get(random.nextInt(terms.size())) : "";
            messages[i] = message(length, term, random);
        }
        return messages;
    }

    private static String message(int length, String term, Random random) {
        int from = term.isEmpty() ? Integer.MAX_VALUE
                : random.nextInt(Math.max(1, length - term.length() - 12));
        StringBuilder message = new StringBuilder(length + 32);
        boolean planted = false;
        boolean sentenceBegins = true;
        while (message.length() < length) {
            String word = word(random);
            if (!planted && message.length() >= from) {
                word = term;
                planted = true;
            }
            message.append(sentenceBegins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            sentenceBegins = random.nextInt(12) == 0;
            message.append(sentenceBegins ? ". " : random.nextInt(15) == 0 ? ", " : " ");
        }
        return message.substring(0, length);
    }

    /** A word by Zipf's law: the n-th one about half as often as the one at half its place. */
    private static String word(Random random) {
        double place = Math.exp(random.nextDouble() * Math.log(WORDS.length + 1.0)) - 1;
        return WORDS[Math.min(WORDS.length - 1, (int) place)];
    }

    private static String[] words() {
        try (InputStream in = Objects
                .requireNonNull(Messages.class.getResourceAsStream("common-english.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\\s+");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
