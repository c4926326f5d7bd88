// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import dev.usher.infra.rooms.Paces.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ivschat.IvschatClient;
import software.amazon.awssdk.services.ivschat.model.ChatTokenCapability;
import software.amazon.awssdk.services.ivschat.model.ListRoomsResponse;
import software.amazon.awssdk.services.ivschat.model.MessageReviewHandler;
import software.amazon.awssdk.services.ivschat.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ivschat.model.ValidationException;

/**
 * The service's operations on rooms: paced, within a limit of time, and patient with a permission that has not arrived
 * yet. Every fault is a {@link RoomsException} that says what to do. Thread-safe.
 */
final class ControlPlane {
    private static final int PAGE = 50;
    /** IAM changes take "up to a few minutes" (Chat User Guide, Identity and access management). */
    private static final Duration PERMISSION_PATIENCE = Duration.ofMinutes(3);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private final IvschatClient client;
    private final Paces paces;
    private final TimeLimit limit;
    private final Consumer<String> log;

    ControlPlane(IvschatClient client, Paces paces, TimeLimit limit, Consumer<String> log) {
        this.client = client;
        this.paces = paces;
        this.limit = limit;
        this.log = log;
    }

    TimeLimit limit() {
        return limit;
    }

    /** The same with another limit. */
    ControlPlane within(TimeLimit other) {
        return new ControlPlane(client, paces, other, log);
    }

    /**
     * All rooms, or those of one name.
     *
     * @param found is told how many there are so far, after each page
     */
    List<Room> list(@Nullable String name, Consumer<Integer> found) {
        List<Room> rooms = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListRoomsResponse page = call(Operation.LIST_ROOMS,
                    () -> client.listRooms(list -> list.maxResults(PAGE).name(name).nextToken(next)));
            page.rooms().forEach(room -> rooms.add(Room.of(room)));
            found.accept(rooms.size());
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return rooms;
    }

    /** The room; empty where there is none. */
    Optional<RoomState> find(String arn) {
        try {
            return Optional.of(
                    RoomState.of(call(Operation.GET_ROOM, () -> client.getRoom(get -> get.identifier(arn)))));
        } catch (NoSuchRoom gone) {
            return Optional.empty();
        }
    }

    String create(RoomSpec spec, Wiring wiring, Map<String, String> tags) {
        return patiently(wiring, () -> call(Operation.CREATE_ROOM,
                () -> client.createRoom(create -> create.name(spec.name())
                        .maximumMessageLength(spec.maximumMessageLength())
                        .maximumMessageRatePerSecond(spec.maximumMessageRatePerSecond())
                        .messageReviewHandler(handler(wiring)).tags(tags))))
                .arn();
    }

    /** Makes the room as it is wanted, whatever it was. */
    void update(String arn, String name, int length, int rate, @Nullable Wiring wiring) {
        patiently(wiring, () -> call(Operation.UPDATE_ROOM,
                () -> client.updateRoom(update -> update.identifier(arn).name(name)
                        .maximumMessageLength(length).maximumMessageRatePerSecond(rate)
                        .messageReviewHandler(handler(wiring)))));
    }

    /** Gives the room this handler, or none. */
    void wire(String arn, @Nullable Wiring wiring) {
        patiently(wiring, () -> call(Operation.UPDATE_ROOM,
                () -> client.updateRoom(
                        update -> update.identifier(arn).messageReviewHandler(handler(wiring)))));
    }

    /** Whether there was such a room. */
    boolean delete(String arn) {
        try {
            call(Operation.DELETE_ROOM, () -> client.deleteRoom(delete -> delete.identifier(arn)));
            return true;
        } catch (NoSuchRoom gone) {
            return false;
        }
    }

    void tag(String arn, Map<String, String> tags) {
        call(Operation.TAG_RESOURCE, () -> client.tagResource(tag -> tag.resourceArn(arn).tags(tags)));
    }

    void untag(String arn, Set<String> keys) {
        call(Operation.UNTAG_RESOURCE,
                () -> client.untagResource(untag -> untag.resourceArn(arn).tagKeys(keys)));
    }

    /** A token to join the room with for a minute, to send and to take back. */
    String token(String roomArn, String userId) {
        return call(Operation.CREATE_CHAT_TOKEN,
                () -> client.createChatToken(token -> token.roomIdentifier(roomArn).userId(userId)
                        .sessionDurationInMinutes(1).capabilities(ChatTokenCapability.SEND_MESSAGE,
                                ChatTokenCapability.DELETE_MESSAGE)))
                .token();
    }

    private static MessageReviewHandler handler(@Nullable Wiring wiring) {
        MessageReviewHandler.Builder handler = MessageReviewHandler.builder();
        return wiring == null
                ? handler.uri("").build() // the service's way to take one off
                : handler.uri(wiring.handlerArn()).fallbackResult(wiring.fallbackResult().name()).build();
    }

    private <T> T call(Operation operation, Supplier<T> call) {
        limit.check();
        limit.sleep(paces.of(operation).take());
        limit.check();
        try {
            return call.get();
        } catch (ResourceNotFoundException gone) {
            throw new NoSuchRoom(gone);
        } catch (ValidationException invalid) {
            if (isPermissionRace(invalid)) {
                throw new NotAllowedYet(invalid);
            }
            throw ServiceFault.of(operation, invalid);
        } catch (SdkException fault) {
            throw ServiceFault.of(operation, fault);
        }
    }

    /** The service looks for its permission when a handler is given, and may not see one that has just been made. */
    private <T> T patiently(@Nullable Wiring wiring, Supplier<T> call) {
        TimeLimit patience = limit.within(PERMISSION_PATIENCE);
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return call.get();
            } catch (NotAllowedYet early) {
                if (patience.left().compareTo(wait) <= 0) {
                    throw new RoomsException("the service says that it may not invoke "
                            + (wiring == null ? "the handler" : wiring.handlerArn()) + " (\"invalid lambda"
                            + " permission\"), and still does after a while: give that very function, version"
                            + " or alias an AWS::Lambda::Permission for the principal"
                            + " ivschat.amazonaws.com with a SourceArn of arn:aws:ivschat:REGION:ACCOUNT:room/*,"
                            + " and let this resource depend on it (DependsOn)", early);
                }
                log.accept("the permission to invoke the handler has not arrived yet; again in "
                        + wait.toSeconds() + " s");
                limit.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    /** Seen by public tests against the live service; the same words are in docs/CONTRACT.md. */
    private static boolean isPermissionRace(ValidationException invalid) {
        String message = invalid.getMessage();
        return message != null && message.contains("invalid lambda permission");
    }

    /** The service knows no room of that ARN. */
    private static final class NoSuchRoom extends RoomsException {
        NoSuchRoom(ResourceNotFoundException cause) {
            super("there is no such room (any more): " + cause.getMessage(), cause);
        }
    }

    /** The permission race. */
    private static final class NotAllowedYet extends RuntimeException {
        NotAllowedYet(ValidationException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
