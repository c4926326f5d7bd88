// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks rooms whether they are moderated: joins one, sends a canary that only Usher's function can refuse as it must be
 * refused, and a harmless message that must arrive. Thread-safe.
 *
 * <p>A handler that was given a moment ago may not be asked yet, and a cold function may be too late: so a room that
 * fails is asked again, for as long as the patience lasts.
 */
final class Prover {
    static final String USER_ID = "usher-canary";

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    /** An answer that comes so late was the service's own fallback: it waits 200 ms for the handler. */
    private static final Duration HANDLER_LIMIT = Duration.ofMillis(190);

    private final HttpClient http;
    private final URI endpoint;
    private final String greeting;
    private final Duration patience;
    private final Consumer<String> log;

    Prover(HttpClient http, URI endpoint, String greeting, Duration patience, Consumer<String> log) {
        this.http = http;
        this.endpoint = endpoint;
        this.greeting = greeting;
        this.patience = patience;
        this.log = log;
    }

    /** Asks the room until it is moderated by the given handler, or by any where that is null; or patience ends. */
    Proof prove(String roomArn, @Nullable Wiring wanted, ControlPlane plane) {
        TimeLimit limit = plane.limit().within(patience);
        Duration wait = FIRST_WAIT;
        while (true) {
            Proof proof = ask(roomArn, wanted, plane);
            if (!(proof instanceof Proof.Failed failed)
                    || limit.left().compareTo(wait) <= 0) {
                return proof;
            }
            log.accept(roomArn + ": " + failed.kind() + ", asked again in " + wait.toMillis() + " ms");
            limit.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private Proof ask(String roomArn, @Nullable Wiring wanted, ControlPlane plane) {
        String canary = "usher-canary " + UUID.randomUUID();
        try (ChatConnection room = ChatConnection.open(http, endpoint, plane.token(roomArn, USER_ID))) {
            ChatAnswer first = room.send(canary);
            if (first.isDelivered()) {
                room.takeBack(first.id());
            } else if (!first.isRefused()) {
                return failed(Proof.Kind.UNREACHABLE, unreachable("error " + first.errorCode()
                        + " for the canary: " + cut(first.text())));
            }
            boolean byUsher = first.isRefused() && first.text().contains(canary);
            if (!byUsher) {
                return explain(first, wanted, plane.find(roomArn).map(RoomState::room).orElse(null), room);
            }
            ChatAnswer second = room.send(greeting);
            if (second.isDelivered()) {
                room.takeBack(second.id());
                return new Proof.Moderated();
            }
            return failed(Proof.Kind.GREETING_REFUSED, "the canary was refused as it must be, but a harmless"
                    + " message, \"" + greeting + "\", did not get through: error " + second.errorCode()
                    + ", " + cut(second.text()) + ". Where that is what your rules want, give a content that"
                    + " they pass (property Greeting, or --greeting)");
        } catch (IOException noWay) {
            return failed(Proof.Kind.UNREACHABLE, unreachable(String.valueOf(noWay.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoomsException("interrupted", stopped);
        }
    }

    /** Why the canary did not come back as it must. */
    private Proof explain(ChatAnswer canary, @Nullable Wiring wanted, @Nullable Room state,
            ChatConnection room)
            throws IOException, InterruptedException {
        Wiring actual = state == null ? null : state.handler();
        if (actual == null) {
            return failed(Proof.Kind.NO_HANDLER, "the room has no message review handler, so every message"
                    + " goes out unreviewed: give it one (`usher rooms attach`, or update the stack with"
                    + " another Revision)");
        }
        if (wanted != null && !wanted.handlerArn().equals(actual.handlerArn())) {
            return failed(Proof.Kind.OTHER_HANDLER, "the room is wired to " + actual + ", not to " + wanted
                    + ": somebody else changes it too; attach it again and find out who");
        }
        if (canary.isDelivered()) {
            return failed(Proof.Kind.ALLOWED, "the canary went out to the room after "
                    + canary.took().toMillis() + " ms: " + (actual.fallbackResult() == FallbackResult.ALLOW
                            ? "the handler failed or took more than 200 ms and fallbackResult ALLOW let it"
                                    + " through (look at the log of " + actual.handlerArn()
                                    + " for errors, throttles and cold starts), or "
                            : "")
                    + "the handler itself allowed it, and then " + actual.handlerArn()
                    + " is not Usher's review function or an older version: check the alias");
        }
        ChatAnswer harmless = room.send(greeting);
        if (harmless.isDelivered()) {
            room.takeBack(harmless.id());
        }
        boolean late = canary.took().compareTo(HANDLER_LIMIT) >= 0;
        if (!harmless.isDelivered() && (late || harmless.text().equals(canary.text()))) {
            return failed(Proof.Kind.FALLBACK, "the canary and a harmless message were both refused, after "
                    + canary.took().toMillis() + " and " + harmless.took().toMillis() + " ms, with \""
                    + cut(canary.text()) + "\": most likely the handler failed or took more than 200 ms and"
                    + " fallbackResult " + actual.fallbackResult() + " decided. Look at the log of "
                    + actual.handlerArn() + " for errors, throttles and cold starts (provisioned"
                    + " concurrency ends those)");
        }
        return failed(Proof.Kind.WRONG_REASON, "the canary was refused, but not by Usher: the reason was \""
                + cut(canary.text()) + "\". " + actual.handlerArn() + " is not Usher's review function, or an"
                + " older version: check HandlerArn and the alias");
    }

    private String unreachable(String why) {
        return "the room could not be asked over " + endpoint + ": " + why + ". Check that the function can"
                + " reach that address, and that the room is not so busy that its message rate is used up";
    }

    private static Proof failed(Proof.Kind kind, String message) {
        return new Proof.Failed(kind, message);
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
