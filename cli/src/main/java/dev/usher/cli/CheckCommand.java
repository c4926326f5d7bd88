// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleLine;
import dev.usher.config.RuleSet;
import dev.usher.review.Message;
import dev.usher.review.ReviewResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Validates a rules file and shows its chains. */
// @formatter:off
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Checks a rules file, and shows its chains.",
        description = "%nFaults are all told at once, each with its path in the file, on standard error. Where there"
                + " are none, standard output shows every chain with its rules in order, and the rooms.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is sound",
            "1:it has faults, or cannot be read",
            "2:the command line cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Option(names = "--fallback", paramLabel = "ALLOW|DENY", defaultValue = "DENY",
            description = "what a failed rule without a value of its own counts as; ${DEFAULT-VALUE} if not given")
    private ReviewResult fallbackResult;
    @Parameters(paramLabel = "FILE", description = "the rules file")
    private Path file;
    // @formatter:on

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RuleSet rules = RulesSource.read(file,
                new RuleSet.Defaults(fallbackResult, Message.MAX_CONTENT_LENGTH),
                console.err());
        if (rules == null) {
            return Exit.SOME_BAD;
        }
        PrintStream out = new PrintStream(console.out(), false, StandardCharsets.UTF_8);
        table(rules).print(out);
        rooms(rules, out);
        out.flush();
        return Exit.OK;
    }

    private static Table table(RuleSet rules) {
        List<List<String>> rows = new ArrayList<>();
        for (String chain : rules.chains()) {
            int number = 0;
            for (RuleLine line : rules.lines()) {
                if (line.chain().equals(chain)) {
                    number++;
                    rows.add(List.of(number == 1 ? chain : "", Integer.toString(number), line.id(),
                            line.type(),
                            line.mode().name().toLowerCase(Locale.ROOT), line.fallbackResult().name(),
                            line.condition()));
                }
            }
            if (number == 0) {
                rows.add(List.of(chain, "", "no rules: allows everything", "", "", "", ""));
            }
        }
        return new Table(List.of("chain", "#", "id", "type", "mode", "fallback", "condition"), rows);
    }

    private static void rooms(RuleSet rules, PrintStream out) {
        if (!rules.rooms().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (Map.Entry<String, String> room : rules.rooms().entrySet()) {
                rows.add(List.of(room.getKey(), room.getValue()));
            }
            rows.add(List.of("every other", RuleSet.DEFAULT_CHAIN));
            out.println();
            new Table(List.of("room", "chain"), rows).print(out);
        }
    }
}
