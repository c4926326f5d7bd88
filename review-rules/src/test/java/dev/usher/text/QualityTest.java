// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ratchet: what the list that ships finds and what it leaves alone, class by class. A list entry that costs false
 * alarms fails here, and the message says which texts it hit.
 */
final class QualityTest {
    /** Percent of the disguised words that must be found, for each class; 100 where none is named. */
    private static final Map<String, Double> FLOORS = Map.of("split-space", 97.0, "mask-other", 96.0,
            "combo-2", 97.0);

    /** What our dictionary knows as a profanity, or a form of one: words of the list, not false alarms. */
    private static final Path SHARED = Path.of(System.getProperty("usher.root", ".."), "../shared/data");

    private final TermMatcher matcher = TermMatcher.builder().list("en").build();

    @Test
    void disguisedWordsAreFound() throws IOException {
        Map<String, int[]> classes = new TreeMap<>();
        Map<String, List<String>> missed = new TreeMap<>();
        for (JsonNode row : rows("evasion.jsonl")) {
            String kind = row.get("cls").asText();
            int[] counts = classes.computeIfAbsent(kind, k -> new int[2]);
            counts[1]++;
            if (isHit(row)) {
                counts[0]++;
            } else {
                missed.computeIfAbsent(kind, k -> new ArrayList<>()).add(row.get("text").asText());
            }
        }

        classes.forEach((kind, counts) -> assertThat(100.0 * counts[0] / counts[1])
                .as("recall of %s; missed: %s", kind, missed.get(kind))
                .isGreaterThanOrEqualTo(FLOORS.getOrDefault(kind, 100.0)));
    }

    @Test
    void harmlessWordsInTheSameDisguisesAreLeftAlone() throws IOException {
        assertThat(alarms(rows("evasion-control.jsonl"))).isEmpty();
    }

    @Test
    void wordsThatHoldAProfanityAreLeftAlone() throws IOException {
        assertThat(alarms(rows("scunthorpe.jsonl"))).isEmpty();
        assertThat(alarms(rows("crossword.jsonl"))).isEmpty();
    }

    @Test
    void cleanDictionaryWordsAreLeftAlone() throws IOException {
        Path traps = SHARED.resolve("dictionary_traps.txt");
        Assumptions.assumeTrue(Files.exists(traps),
                "dictionary_traps.txt is absent: dictionary words not measured");
        List<String> alarms = new ArrayList<>();
        for (String word : Files.readAllLines(traps)) {
            if (!matcher.find(word).isEmpty()) {
                alarms.add(word + " " + hits(word));
            }
        }

        assertThat(alarms).isEmpty();
    }

    @Test
    void ordinaryWordsAreLeftAloneUnlessTheyAreTermsThemselves() throws IOException {
        List<String> alarms = new ArrayList<>();
        Path words = Path.of(System.getProperty("usher.root", ".."),
                "review-rules/src/main/words/ordinary.txt.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(words))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String word = line.endsWith("+") ? line.substring(0, line.length() - 1) : line;
                if (!matcher.find(word).isEmpty() && !hits(word).contains(word)) {
                    alarms.add(word + " " + hits(word));
                }
            }
        }

        assertThat(alarms).isEmpty();
    }

    @Test
    void cleanChatIsLeftAlone() throws IOException {
        List<String> alarms = new ArrayList<>();
        try (InputStream in = QualityTest.class.getResourceAsStream("/quality/ham.txt")) {
            for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!matcher.find(text).isEmpty()) {
                    alarms.add(text + " " + hits(text));
                }
            }
        }

        assertThat(alarms).isEmpty();
    }

    @Test
    void tweetsAreToldApart() throws IOException {
        Path tweets = SHARED.resolve("davidson_tweets_half.csv");
        Assumptions.assumeTrue(Files.exists(tweets),
                "davidson_tweets_half.csv is absent: tweets not measured");
        int[] count = new int[4];
        for (List<String> row : Csv.read(Files.readString(tweets))) {
            if (row.size() < 2 || row.get(0).equals("class")) {
                continue;
            }
            int offensive = row.get(0).equals("2") ? 0 : 2;
            count[offensive + (matcher.find(row.get(1)).isEmpty() ? 0 : 1)]++;
        }

        double precision = 1.0 * count[3] / (count[3] + count[1]);
        double recall = 1.0 * count[3] / (count[3] + count[2]);
        System.out.printf("tweets: precision %.4f, recall %.4f%n", precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.985);
        assertThat(recall).isGreaterThanOrEqualTo(0.966);
    }

    private boolean isHit(JsonNode row) {
        return !matcher.find(row.get("text").asText()).isEmpty();
    }

    private List<String> alarms(List<JsonNode> rows) {
        List<String> alarms = new ArrayList<>();
        for (JsonNode row : rows) {
            if (isHit(row)) {
                String text = row.get("text").asText();
                alarms.add(text + " " + hits(text));
            }
        }
        return alarms;
    }

    private List<String> hits(String text) {
        return matcher.explain(text).stream().filter(c -> c.decision().isHit()).map(Candidate::term)
                .distinct().toList();
    }

    private static List<JsonNode> rows(String name) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> rows = new ArrayList<>();
        try (InputStream in = QualityTest.class.getResourceAsStream("/quality/" + name)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                rows.add(mapper.readTree(line));
            }
        }
        return rows;
    }
}
