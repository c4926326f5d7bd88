// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleSet;
import dev.usher.text.TermFile;
import dev.usher.text.TermMatcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why a text would be blocked, and why not. */
// @formatter:off
@Command(name = "words", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Shows why blocked-words finds something in a text, and why not.",
        description = {
            "%nFor each text: how it folds, every term that was looked at, where (in UTF-16 units), what stands there,"
                    + " and why it counted or not. A letter that shows nothing is printed as its number.",
            "%nThe answer names terms of the lists, slurs among them: it is for those who tend the lists, and not"
                    + " for a log or a sender.%n"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found in any text",
            "1:something was found",
            "2:the command line, a list or an input cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WordsCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 1 << 16;

    private final Console console;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Option(names = "--list", paramLabel = "NAME", defaultValue = "en",
            description = "a list that ships, such as de, or a category of it, such as en/slur; may be repeated;"
                    + " ${DEFAULT-VALUE} if not given")
    private List<String> lists;
    @Option(names = "--min-severity", paramLabel = "1|2|3", defaultValue = "2",
            description = "the least severity: 1 mild, 2, 3 severe; ${DEFAULT-VALUE} if not given")
    private int minSeverity;
    @Option(names = "--word", paramLabel = "TERM", description = "a term of your own; may be repeated")
    private @Nullable List<String> words;
    @Option(names = "--allow", paramLabel = "TERM", description = "what is excused; may be repeated")
    private @Nullable List<String> allow;
    @Option(names = "--file", paramLabel = "FILE",
            description = "a list file of your own, written or compiled; may be repeated")
    private @Nullable List<Path> files;
    @Option(names = "--rules", paramLabel = "FILE",
            description = "the blocked-words rules of this file, each alone, with where a term comes from; instead"
                    + " of the options above")
    private @Nullable Path rules;
    @Option(names = "--json", description = "one JSON object a line for each text")
    private boolean json;
    @Parameters(paramLabel = "TEXT", arity = "0..*",
            description = "the texts; one a line of standard input where there are none")
    private @Nullable List<String> texts;
    // @formatter:on

    WordsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean found = false;
        try {
            List<WordsRule> looking = looking();
            if (looking == null) {
                return Exit.USAGE;
            }
            if (texts != null) {
                for (String text : texts) {
                    found |= tell(looking, text);
                }
                return found ? Exit.FOUND : Exit.OK;
            }
            try (Lines lines = new Lines(console.in(), LONGEST_LINE)) {
                while (lines.advance()) {
                    if (!lines.isBlank()) {
                        found |= tell(looking, line(lines));
                    }
                    if (lines.mayWait()) {
                        console.out().flush();
                    }
                }
            }
        } catch (IOException broken) {
            console.err().println("cannot go on: " + broken.getMessage());
            return Exit.USAGE;
        }
        return found ? Exit.FOUND : Exit.OK;
    }

    private static String line(Lines lines) {
        String line = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private boolean tell(List<WordsRule> looking, String text) throws IOException {
        boolean found = false;
        OutputStream out = console.out();
        for (WordsRule rule : looking) {
            WordsAnswer answer = WordsAnswer.of(rule, text);
            out.write(json ? answer.json() : answer.table().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            found |= answer.isFound();
        }
        return found;
    }

    /** Null where the rules file cannot be used, which was told. */
    private @Nullable List<WordsRule> looking() throws IOException {
        if (rules == null) {
            return List.of(WordsRule.of(matcher()));
        }
        for (String other : List.of("--list", "--min-severity", "--word", "--allow", "--file")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
                throw fault("--rules and " + other + " exclude each other");
            }
        }
        if (RulesSource.read(rules, RuleSet.Defaults.STANDARD, console.err()) == null) {
            return null;
        }
        List<WordsRule> read = WordsRule.read(rules);
        if (read.isEmpty()) {
            throw fault("--rules: " + rules + " has no rule of the type blocked-words");
        }
        return read;
    }

    private TermMatcher matcher() {
        if (minSeverity < 1 || minSeverity > 3) {
            throw fault("--min-severity: expected 1, 2 or 3, found " + minSeverity);
        }
        TermMatcher.Builder builder = TermMatcher.builder().minSeverity(minSeverity);
        for (String list : lists) {
            try {
                builder.list(list);
            } catch (IllegalArgumentException none) {
                throw fault("--list: " + none.getMessage());
            }
        }
        for (Path file : files == null ? List.<Path>of() : files) {
            try {
                builder.file(TermFile.read(Files.readAllBytes(file), file.toString()));
            } catch (IOException unreadable) {
                throw fault("--file: cannot read " + RulesSource.why(unreadable, file));
            } catch (IllegalArgumentException faulty) {
                throw fault("--file: " + FileFault.of(file, faulty));
            }
        }
        try {
            return builder.words(words == null ? List.of() : words).allow(allow == null ? List.of() : allow)
                    .build();
        } catch (IllegalArgumentException faulty) {
            throw fault("a term cannot be used: " + faulty.getMessage());
        }
    }

    private ParameterException fault(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
