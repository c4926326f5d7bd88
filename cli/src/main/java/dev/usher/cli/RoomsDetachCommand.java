// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Room;
import dev.usher.infra.rooms.RoomsException;
import dev.usher.infra.rooms.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the handler off rooms. */
// @formatter:off
@Command(name = "detach", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Takes the message review handler off rooms: their messages go out unreviewed from then on.",
        description = "%nWith --handler only off those that have that one.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the handler is off all selected rooms",
            "1:it could not be taken off a room",
            "2:the command line, the credentials or the Region cannot be used",
            "130:interrupted"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RoomsDetachCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Mixin private RoomsOptions options;
    @Option(names = "--handler", paramLabel = "ARN", description = "only off rooms that have this one")
    private @Nullable String handler;
    @Option(names = "--dry-run", description = "only says what would be done")
    private boolean dryRun;
    // @formatter:on

    RoomsDetachCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.requireSelection();
        try (Fleet fleet = options.open(console, "", Duration.ZERO)) {
            List<Room> wired = options.rooms(fleet, new RoomsProgress(console)).stream()
                    .filter(room -> isMeant(room.handler())).toList();
            if (dryRun) {
                wired.forEach(room -> console.err().println(
                        "would detach " + room.title() + ", now " + room.handler()));
                return Exit.OK;
            }
            int failed = new RoomsJob(console).run("detached", fleet, wired,
                    (rooms, room) -> rooms.wire(room, null));
            console.err().println((wired.size() - failed) + " rooms detached");
            return failed == 0 ? Exit.OK : Exit.SOME_BAD;
        } catch (RoomsException unusable) {
            console.err().println(unusable.getMessage());
            return Exit.USAGE;
        }
    }

    private boolean isMeant(@Nullable Wiring wiring) {
        return wiring != null && (handler == null || handler.equals(wiring.handlerArn()));
    }
}
