// SPDX-License-Identifier: Apache-2.0

import dev.usher.text.TermHit;
import dev.usher.text.TermMatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How long Usher takes a message, by the same clock as the other JVM engine; lines of bare text in. */
final class UsherTimes {
    public static void main(String[] args) throws IOException {
        List<String> texts = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            texts.add(line);
        }
        long begin = System.nanoTime();
        TermMatcher matcher = TermMatcher.builder().list("en").build();
        Predicate<String> flags = text -> {
            List<TermHit> hits = matcher.find(text);
            return !hits.isEmpty();
        };
        flags.test(texts.get(0));
        System.out.print(Times.of(flags, texts, Double.parseDouble(args[0]), (System.nanoTime() - begin) / 1e6));
    }
}
