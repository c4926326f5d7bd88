// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleLine;
import dev.usher.config.RuleSet;
import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.review.Message;
import dev.usher.review.ReviewResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    public Integer call() throws IOException, JsonException {
        RuleSet rules = RulesSource.read(file,
                new RuleSet.Defaults(fallbackResult, Message.MAX_CONTENT_LENGTH),
                console.err());
        if (rules == null) {
            return Exit.SOME_BAD;
        }
        PrintStream out = new PrintStream(console.out(), false, StandardCharsets.UTF_8);
        table(rules.lines()).print(out);
        rooms(out);
        out.flush();
        return Exit.OK;
    }

    private static Table table(List<RuleLine> lines) {
        List<List<String>> rows = new ArrayList<>();
        String chain = "";
        int number = 0;
        for (RuleLine line : lines) {
            boolean isFirst = !line.chain().equals(chain);
            number = isFirst ? 1 : number + 1;
            chain = line.chain();
            rows.add(List.of(isFirst ? chain : "", Integer.toString(number), line.id(), line.type(),
                    line.mode().name().toLowerCase(Locale.ROOT), line.fallbackResult().name(),
                    line.condition()));
        }
        return new Table(List.of("chain", "#", "id", "type", "mode", "fallback", "condition"), rows);
    }

    /** Read from the file once more: a rule set tells the chain of a room, and not its rooms. */
    private void rooms(PrintStream out) throws IOException, JsonException {
        JsonCursor root = JsonCursor
                .root(JsonReader.read(Files.readAllBytes(file), JsonReader.Limits.DEFAULT));
        JsonCursor rooms = root.member("rooms");
        if (!rooms.isMissing()) {
            List<List<String>> rows = new ArrayList<>();
            for (Map.Entry<String, String> room : rooms.strings().entrySet()) {
                rows.add(List.of(room.getKey(), room.getValue()));
            }
            rows.add(List.of("every other", RuleSet.DEFAULT_CHAIN));
            out.println();
            new Table(List.of("room", "chain"), rows).print(out);
        }
    }
}
