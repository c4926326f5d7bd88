// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleSet;
import dev.usher.handler.Decision;
import dev.usher.handler.MessageReviewer;
import dev.usher.handler.ReviewWire;
import dev.usher.handler.Settings;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.json.JsonValue;
import dev.usher.json.JsonWriter;
import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewResult;
import dev.usher.review.RoomArn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reviews messages from files or standard input. */
// @formatter:off
@Command(name = "review", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Reviews messages: one JSON value a line in, one response a line out.",
        description = {
            "%nA value is a review event, as the service sends it to the function, or a string: a bare Content, which"
                    + " is reviewed as if the user \"" + SyntheticEvent.USER_ID
                    + "\" had sent it to the room of --room, from " + SyntheticEvent.IP + " and without attributes.",
            "%nThe responses are the function's own, byte for byte, in the order of the values. A value that is no"
                    + " event gives {\"error\":\"line 7: ...\"} instead, and the others are still answered. Where"
                    + " the first value of an input spans lines, its values may all do so.",
            "%nStandard error tells at the end what came of them all.%n"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every value was answered",
            "1:some could not be, the others were",
            "2:the command line, the rules file or an input cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReviewCommand implements Callable<Integer> {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Console console;
    private final ReviewSummary summary = new ReviewSummary();
    private final Progress progress;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Option(names = "--rules", paramLabel = "FILE", description = "the rules file; the shipped rules if not given")
    private @Nullable Path rules;
    @Option(names = "--room", paramLabel = "ARN",
            description = "where bare contents are sent to, which chooses the chain; events name their own room")
    private @Nullable String room;
    @Option(names = "--fallback", paramLabel = "ALLOW|DENY", defaultValue = "DENY",
            description = "what a failed rule without a value of its own counts as; ${DEFAULT-VALUE} if not given")
    private ReviewResult fallbackResult;
    @Option(names = "--explain",
            description = "adds \"steps\" to each response: rule, verdict, the microseconds it took, matches"
                    + " {start, end, kind} in UTF-16 units of what the rule was given, and failure")
    private boolean explain;
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "inputs; - or none for standard input")
    private @Nullable List<Path> files;
    // @formatter:on

    ReviewCommand(Console console) {
        this.console = console;
        this.progress = new Progress(console);
    }

    @Override
    public Integer call() {
        RoomArn roomArn = roomArn();
        List<Path> inputs = files == null ? List.of(Path.of("-")) : files;
        for (Path input : inputs) {
            if (!isStandardInput(input) && (!Files.isReadable(input) || Files.isDirectory(input))) {
                console.err().println("cannot read " + input);
                return Exit.USAGE;
            }
        }
        RuleSet.Defaults defaults = new RuleSet.Defaults(fallbackResult, Message.MAX_CONTENT_LENGTH);
        RuleSet ruleSet = RulesSource.read(rules, defaults, console.err());
        if (ruleSet == null) {
            return Exit.USAGE;
        }
        MessageReviewer reviewer = new MessageReviewer(ruleSet, defaults);
        reviewer.review(SyntheticEvent.of("hello", roomArn, 0), Deadline.after(LONG)); // no answer late for classes
        int exit = reviewAll(inputs, reviewer, roomArn);
        progress.done();
        summary.print(console.err());
        return exit;
    }

    private int reviewAll(List<Path> inputs, MessageReviewer reviewer, RoomArn roomArn) {
        OutputStream out = console.out();
        for (Path input : inputs) {
            try (InputStream in = isStandardInput(input) ? console.in() : Files.newInputStream(input);
                    JsonValues values = new JsonValues(in, ReviewWire.maximumEventSize())) {
                for (JsonValues.Piece piece = values.next(); piece != null; piece = values.next()) {
                    byte[] line = answer(piece, isStandardInput(input) ? "" : input + ": ", reviewer,
                            roomArn);
                    if (!written(out, line, values.mayWait())) {
                        return Exit.SOME_BAD;
                    }
                    progress.show(summary.count());
                }
            } catch (IOException broken) {
                console.err().println("cannot read on: " + RulesSource.why(broken, input));
                return Exit.USAGE;
            }
        }
        return summary.isAllGood() ? Exit.OK : Exit.SOME_BAD;
    }

    /** The line for one value, without its end. */
    private byte[] answer(JsonValues.Piece piece, String file, MessageReviewer reviewer, RoomArn roomArn) {
        if (piece.isTooLong()) {
            return error(file, piece, "longer than " + ReviewWire.maximumEventSize() + " bytes");
        }
        byte[] event;
        try {
            event = event(piece, roomArn);
        } catch (JsonException broken) {
            return error(file, piece, String.valueOf(broken.getMessage()));
        }
        long start = System.nanoTime();
        Decision decision = reviewer.review(event,
                Deadline.after(Settings.fromEnvironment(Map.of()).deadline()));
        long nanos = System.nanoTime() - start;
        return switch (decision) {
            case Decision.NotReviewed not -> error(file, piece, not.problem());
            case Decision.Reviewed reviewed -> {
                summary.reviewed(reviewed, nanos);
                yield explain
                        ? Explanation.added(reviewed.response(), reviewed.report().steps())
                        : reviewed.response();
            }
        };
    }

    /** The value as it is, unless it is a bare content. */
    private static byte[] event(JsonValues.Piece piece, RoomArn roomArn) throws JsonException {
        int at = 0;
        while (at < piece.bytes().length && (Brackets.isSpace(piece.bytes()[at]) || piece.bytes()[at] < 0)) {
            at++; // a negative byte can only be of a byte order mark, or of something that the reader refuses
        }
        if (at < piece.bytes().length && piece.bytes()[at] == '"') {
            JsonValue value = JsonReader.read(piece.bytes(), JsonReader.Limits.DEFAULT);
            if (value instanceof JsonValue.JsonString content) {
                return SyntheticEvent.of(content.value(), roomArn, piece.line());
            }
        }
        return piece.bytes();
    }

    private byte[] error(String file, JsonValues.Piece piece, String problem) {
        summary.bad();
        return new JsonWriter().beginObject().name("error").value(file + Place.of(piece.line(), problem))
                .endObject()
                .toByteArray();
    }

    /** Whether somebody still reads what we write; a closed pipe, as of {@code | head}, is no fault to tell of. */
    private static boolean written(OutputStream out, byte[] line, boolean flush) {
        try {
            out.write(line);
            out.write('\n');
            if (flush) {
                out.flush();
            }
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private RoomArn roomArn() {
        try {
            return room == null ? SyntheticEvent.ROOM : new RoomArn(room);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), "--room: " + none.getMessage());
        }
    }

    private static boolean isStandardInput(Path input) {
        return input.toString().equals("-");
    }
}
