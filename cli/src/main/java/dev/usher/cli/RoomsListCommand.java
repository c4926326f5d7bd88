// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Room;
import dev.usher.infra.rooms.RoomsException;
import dev.usher.infra.rooms.Wiring;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which handler rooms have. */
// @formatter:off
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Shows which handler rooms have, and which fallbackResult.",
        description = "%nAll rooms, or those that are selected. With --handler the last column tells which of them are"
                + " not wired to that one.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rooms are as --handler and --fallback want them, or nothing was wanted",
            "1:a room is not",
            "2:the command line, the credentials or the Region cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RoomsListCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Mixin private RoomsOptions options;
    @Option(names = "--handler", paramLabel = "ARN", description = "the handler that rooms should have")
    private @Nullable String handler;
    @Option(names = "--fallback", paramLabel = "ALLOW|DENY", description = "the fallbackResult that they should have")
    private @Nullable String fallback;
    // @formatter:on

    RoomsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<List<String>> rows = new ArrayList<>();
        int drifted = 0;
        try (Fleet fleet = options.open(console, "", Duration.ZERO)) {
            for (Room room : options.rooms(fleet, new RoomsProgress(console))) {
                Wiring wiring = room.handler();
                boolean drifts = (handler != null && (wiring == null || !wiring.handlerArn().equals(handler)))
                        || (fallback != null
                                && (wiring == null || !wiring.fallbackResult().name().equals(fallback)));
                drifted += drifts ? 1 : 0;
                rows.add(List.of(room.arn(), room.name(), wiring == null ? "-" : wiring.handlerArn(),
                        wiring == null ? "-" : wiring.fallbackResult().name(), drifts ? "differs" : ""));
            }
        } catch (RoomsException fault) {
            console.err().println(fault.getMessage());
            return Exit.USAGE;
        }
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        new Table(List.of("room", "name", "handler", "fallbackResult", ""), rows).print(out);
        if (handler != null || fallback != null) {
            console.err().println(drifted + " of " + rows.size() + " rooms differ");
        }
        return drifted == 0 ? Exit.OK : Exit.FOUND;
    }
}
