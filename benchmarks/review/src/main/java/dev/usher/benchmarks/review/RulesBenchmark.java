// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.review;

import dev.usher.config.RuleSet;
import dev.usher.config.RulesException;
import dev.usher.handler.Decision;
import dev.usher.handler.MessageReviewer;
import dev.usher.review.Deadline;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What each rule adds to an empty chain, and own terms to the shipped list: 120 characters, allowed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulesBenchmark {
    /** A type with its defaults; nothing; or the shipped list and so many terms of one's own. */
    @Param({"none", "blocked-words", "terms-1000", "terms-10000", "zalgo", "links", "personal-data",
        "repetition",
        "mentions", "emoji", "shouting", "pattern"}) private String rule = "";

    private byte[] event = new byte[0];
    private MessageReviewer reviewer = new MessageReviewer(RuleSet.shipped(RuleSet.Defaults.STANDARD),
            RuleSet.Defaults.STANDARD);

    @Setup
    public void make() throws RulesException {
        event = Events.of(120, Outcome.ALLOW.end);
        RuleSet rules = RuleSet.read(
                ("{\"version\":1,\"rules\":[" + rules() + "]}").getBytes(StandardCharsets.UTF_8),
                name -> {
                    throw new FileNotFoundException(name);
                }, RuleSet.Defaults.STANDARD);
        reviewer = new MessageReviewer(rules, RuleSet.Defaults.STANDARD);
        if (!review().result().name().equals("ALLOW")) {
            throw new IllegalStateException(rule + " finds something");
        }
    }

    private String rules() {
        if (rule.equals("none")) {
            return "";
        }
        String options = switch (rule) {
            case "pattern" -> "\"patterns\":[\"(?i)fre+ *followers\"],\"action\":\"deny\"";
            case "blocked-words" -> "\"lists\":[\"en\"]";
            case "terms-1000" -> "\"lists\":[\"en\"],\"words\":[" + terms(1000) + "]";
            case "terms-10000" -> "\"lists\":[\"en\"],\"words\":[" + terms(10_000) + "]";
            default -> "";
        };
        String type = rule.startsWith("terms-") ? "blocked-words" : rule;
        return "{\"id\":\"rule\",\"type\":\"" + type + "\",\"options\":{" + options + "}}";
    }

    /** Made-up words of 7 to 10 letters, always the same ones. */
    private static String terms(int count) {
        Random random = new Random(7);
        StringBuilder terms = new StringBuilder();
        for (int i = 0; i < count; i++) {
            terms.append(i == 0 ? "\"" : ",\"");
            for (int k = 7 + random.nextInt(4); k > 0; k--) {
                terms.append((char) ('a' + random.nextInt(26)));
            }
            terms.append('"');
        }
        return terms.toString();
    }

    @Benchmark
    public Decision review() {
        return reviewer.review(event, Deadline.after(Duration.ofMillis(150)));
    }
}
