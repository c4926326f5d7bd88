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
import java.util.List;
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
            out.append(Times.of(flags, texts, Double.parseDouble(args[3]), (System.nanoTime() - begin) / 1e6));
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
}
