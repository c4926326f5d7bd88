// SPDX-License-Identifier: Apache-2.0

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.github.houbb.sensitive.word.support.resultcondition.WordResultConditions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * sensitive-word behind the harness's protocol: JSON lines {"text": ...} in, a line 0 or 1 out for each.
 *
 * <p>usage: java Adapter ENGINE BLOCK_LIST [--time SECONDS]
 */
final class Adapter {
    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            texts.add(json.readTree(line).get("text").textValue());
        }
        long begin = System.nanoTime();
        Predicate<String> flags = engine(args[0], Path.of(args[1]));
        StringBuilder out = new StringBuilder();
        if (args.length > 3 && args[2].equals("--time")) {
            flags.test(texts.get(0));
            out.append(time(flags, texts, Double.parseDouble(args[3]), (System.nanoTime() - begin) / 1e6));
        } else {
            for (String text : texts) {
                out.append(flags.test(text) ? "1\n" : "0\n");
            }
        }
        System.out.print(out);
    }

    private static Predicate<String> engine(String name, Path blockList) throws IOException {
        if (name.equals("sensitive-word")) {
            SensitiveWordBs words = SensitiveWordBs.newInstance().ignoreRepeat(false).init();
            return words::contains;
        }
        // English whole words only, over the given list: the nearest it comes to what the other peers do.
        List<String> terms = Files.readAllLines(blockList).stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
        SensitiveWordBs words = SensitiveWordBs.newInstance().wordDeny(() -> terms).wordAllow(List::of).ignoreRepeat(true)
                .wordResultCondition(WordResultConditions.englishWordMatch()).init();
        return words::contains;
    }

    /** Warms up for a third of the time, then keeps each message's best of up to five passes in the rest. */
    private static String time(Predicate<String> flags, List<String> texts, double budget, double first) {
        long end = System.nanoTime() + (long) (budget / 3 * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            flags.test(texts.get(i % texts.size()));
        }
        long[] best = new long[texts.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        end = System.nanoTime() + (long) (budget * 2 / 3 * 1e9);
        for (int pass = 0; pass < 5; pass++) {
            for (int i = 0; i < best.length; i++) {
                long start = System.nanoTime();
                if (start >= end) {
                    break;
                }
                flags.test(texts.get(i));
                best[i] = Math.min(best[i], System.nanoTime() - start);
            }
        }
        long[] seen = Arrays.stream(best).filter(took -> took != Long.MAX_VALUE).sorted().toArray();
        return String.format(Locale.ROOT,
                "{\"messages\": %d, \"median_us\": %.3f, \"p99_us\": %.3f, \"max_us\": %.3f, \"first_ms\": %.3f}%n", seen.length,
                at(seen, 0.5), at(seen, 0.99), at(seen, 1), first);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))] / 1e3;
    }
}
