// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Proof;
import dev.usher.infra.rooms.Room;
import dev.usher.infra.rooms.RoomsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts live rooms to the proof. */
// @formatter:off
@Command(name = "prove", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Proves that rooms are moderated, by a message that only Usher's function refuses as it must be.",
        description = "%nJoins each room, sends a canary that must be refused and a harmless message that must arrive;"
                + " those who watch see the latter for a moment, since it is deleted at once.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all selected rooms are moderated",
            "1:a room is not, or nothing gets through",
            "2:the command line, the credentials or the Region cannot be used",
            "130:interrupted"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RoomsProveCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Mixin private RoomsOptions options;
    @Option(names = "--greeting", paramLabel = "TEXT", defaultValue = "hello",
            description = "the harmless message; ${DEFAULT-VALUE} if not given")
    private String greeting;
    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "5",
            description = "for how long a room that fails is asked again; ${DEFAULT-VALUE} if not given")
    private int patience;
    // @formatter:on

    RoomsProveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.requireSelection();
        try (Fleet fleet = options.open(console, greeting, Duration.ofSeconds(patience))) {
            List<Room> all = options.rooms(fleet, new RoomsProgress(console));
            int[] bad = new int[1];
            int failed = new RoomsJob(console).run("asked", fleet, all, (rooms, room) -> {
                if (rooms.prove(room) instanceof Proof.Failed failure) {
                    bad[0]++;
                    console.err().println(room.title() + ": " + failure.kind() + ": " + failure.message());
                }
            });
            console.err().println((all.size() - failed - bad[0]) + " of " + all.size()
                    + " rooms are proven to be moderated");
            return failed + bad[0] == 0 ? Exit.OK : Exit.SOME_BAD;
        } catch (RoomsException unusable) {
            console.err().println(unusable.getMessage());
            return Exit.USAGE;
        }
    }
}
