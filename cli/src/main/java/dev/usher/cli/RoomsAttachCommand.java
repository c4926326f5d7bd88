// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.FallbackResult;
import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Room;
import dev.usher.infra.rooms.RoomsException;
import dev.usher.infra.rooms.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives rooms the handler. */
// @formatter:off
@Command(name = "attach", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Gives rooms the review function as their message review handler.",
        description = "%nRooms that have it already are passed over, so the same command goes on after an"
                + " interruption. A handler of another kind is replaced: --dry-run shows first what would be.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all selected rooms have the handler",
            "1:a room could not be given it",
            "2:the command line, the credentials or the Region cannot be used",
            "130:interrupted"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RoomsAttachCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Spec private CommandSpec spec;
    @Mixin private RoomsOptions options;
    @Option(names = "--handler", paramLabel = "ARN", required = true,
            description = "the function, version or alias; the output ReviewAliasArn of the stack")
    private String handler;
    @Option(names = "--fallback", paramLabel = "ALLOW|DENY", defaultValue = "DENY",
            description = "what counts where the handler gives no valid answer in time; DENY if not given")
    private String fallback;
    @Option(names = "--dry-run", description = "only says what would be done")
    private boolean dryRun;
    // @formatter:on

    RoomsAttachCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.requireSelection();
        String fault = Wiring.faultOf(handler);
        if (!fault.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--handler: " + fault);
        }
        if (!fallback.equals("ALLOW") && !fallback.equals("DENY")) {
            throw new ParameterException(spec.commandLine(),
                    "--fallback: expected ALLOW or DENY, found " + fallback);
        }
        Wiring wiring = new Wiring(handler, FallbackResult.valueOf(fallback));
        try (Fleet fleet = options.open(console, "", Duration.ZERO)) {
            List<Room> all = options.rooms(fleet, new RoomsProgress(console));
            List<Room> open = all.stream().filter(room -> !wiring.equals(room.handler())).toList();
            console.err().println(all.size() + " rooms, " + (all.size() - open.size()) + " of them attached"
                    + " already; " + open.size() + " to do, some "
                    + RoomsProgress.text(Duration.ofSeconds(Math.round(open.size() / options.rate()))));
            if (dryRun) {
                open.forEach(room -> console.err().println("would attach " + room.title()
                        + (room.handler() == null ? "" : ", now " + room.handler())));
                return Exit.OK;
            }
            int failed = new RoomsJob(console).run("attached", fleet, open,
                    (rooms, room) -> rooms.wire(room, wiring));
            console.err().println((open.size() - failed) + " rooms attached");
            return failed == 0 ? Exit.OK : Exit.SOME_BAD;
        } catch (RoomsException unusable) {
            console.err().println(unusable.getMessage());
            return Exit.USAGE;
        }
    }
}
