// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/** The rooms of an account in a Region, for a command that goes through them one by one. One thread at a time. */
public final class Fleet implements AutoCloseable {
    private final IvschatClient client;
    private final ControlPlane plane;
    private final Prover prover;

    private Fleet(IvschatClient client, ControlPlane plane, Prover prover) {
        this.client = client;
        this.plane = plane;
        this.prover = prover;
    }

    /**
     * Makes the clients; calls nothing yet.
     *
     * @param log takes what is waited for and why
     * @throws RoomsException where there is no Region, or no such profile
     */
    public static Fleet open(Access access, Consumer<String> log) {
        String name = access.region();
        Region region = name == null ? Clients.region(access.profile()) : Region.of(name);
        if (region == null) {
            throw new RoomsException(
                    "no AWS Region: give --region, or set AWS_REGION or a region in the profile");
        }
        IvschatClient client;
        try {
            client = Clients.of(access.profile(), region, access.endpoint());
        } catch (SdkClientException unusable) {
            throw new RoomsException(String.valueOf(unusable.getMessage()), unusable);
        }
        Time time = Time.system();
        URI given = access.endpoint();
        String endpoint = given == null ? System.getenv("AWS_ENDPOINT_URL_IVSCHAT") : given.toString();
        URI chat = access.chatEndpoint();
        return new Fleet(client,
                new ControlPlane(client, new Paces(access.callsPerSecond(), time), TimeLimit.none(time), log),
                new Prover(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(),
                        chat == null ? RoomsSettings.chatEndpoint(region.id(), endpoint) : chat,
                        access.greeting(), access.patience(), log));
    }

    /**
     * The rooms, newest change first, as the service lists them.
     *
     * @param name of the rooms; null for all
     * @param tags that all of them have
     * @param found is told how many have been listed so far
     */
    public List<Room> rooms(@Nullable String name, Map<String, String> tags, Consumer<Integer> found) {
        return plane.list(name, found).stream()
                .filter(room -> room.tags().entrySet().containsAll(tags.entrySet())).toList();
    }

    /** The room of an ARN; empty where there is none. */
    public Optional<Room> room(String arn) {
        return plane.find(arn).map(RoomState::room);
    }

    /** Gives the room this handler, or takes its handler off where that is null. */
    public void wire(Room room, @Nullable Wiring wiring) {
        plane.wire(room.arn(), wiring);
    }

    /** Puts the room to the proof. */
    public Proof prove(Room room) {
        return prover.prove(room.arn(), null, plane);
    }

    @Override
    public void close() {
        client.close();
    }
}
