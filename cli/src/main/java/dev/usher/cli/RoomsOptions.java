// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.Access;
import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Room;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rooms, and how to reach them: what all commands on rooms have in common. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RoomsOptions {
    // @formatter:off
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--name", paramLabel = "NAME", description = "the rooms of this name")
    private @Nullable String name;
    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "the rooms with this tag; with all where several")
    private Map<String, String> tags = Map.of();
    @Option(names = "--room", paramLabel = "ARN", description = "the room of this ARN; may be given again")
    private List<String> arns = List.of();
    @Option(names = "--all", description = "all rooms")
    private boolean all;
    @Option(names = "--rate", paramLabel = "N", defaultValue = "5",
            description = "calls a second of each operation; ${DEFAULT-VALUE}, the service's quota, if not given")
    private double rate;
    @Option(names = "--region", paramLabel = "REGION", description = "the rooms' Region; the environment's if not given")
    private @Nullable String region;
    @Option(names = "--profile", paramLabel = "NAME", description = "of AWS's configuration files")
    private @Nullable String profile;
    @Option(names = "--endpoint-url", paramLabel = "URL", description = "another control plane, such as that of a local chat")
    private @Nullable URI endpoint;
    @Option(names = "--chat-endpoint-url", paramLabel = "URL",
            description = "where rooms are joined; beside --endpoint-url if only that is given")
    private @Nullable URI chatEndpoint;
    // @formatter:on

    /** Lists are of all rooms unless something else is said; changes are not. */
    void requireSelection() {
        if (!all && name == null && tags.isEmpty() && arns.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "which rooms? give --name, --tag, --room, or --all");
        }
    }

    Fleet open(Console console, String greeting, Duration patience) {
        if (!(rate > 0 && rate <= 1000)) {
            throw new ParameterException(spec.commandLine(),
                    "--rate: expected more than 0 and at most 1000, found " + rate);
        }
        return Fleet.open(new Access(region, profile, endpoint, chatEndpoint, rate, greeting, patience),
                console.err()::println);
    }

    List<Room> rooms(Fleet fleet, RoomsProgress progress) {
        if (arns.isEmpty()) {
            List<Room> rooms = fleet.rooms(name, tags, progress::listed);
            progress.done();
            return rooms;
        }
        List<Room> rooms = new ArrayList<>();
        for (String arn : arns) {
            rooms.add(fleet.room(arn).orElseThrow(() -> new ParameterException(spec.commandLine(),
                    "--room: there is no room " + arn + " in this account and Region")));
        }
        return rooms;
    }

    double rate() {
        return rate;
    }
}
