// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messaging API: what connections may do. Thread-safe. */
public final class Messaging {
    private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);
    private static final int REQUESTS_PER_SECOND = 10;
    private final Settings settings;
    private final Resources rooms;
    private final ChatTokens tokens;
    private final Halls halls;
    private final Announcements announcements;
    private final Review review;
    private final Counters counters;
    private final Journal journal;
    private final ExecutorService requests = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("usher-request-", 0).factory());

    Messaging(Settings settings, Resources rooms, ChatTokens tokens, Halls halls, Announcements announcements,
            Review review, Counters counters, Journal journal) {
        this.settings = settings;
        this.rooms = rooms;
        this.tokens = tokens;
        this.halls = halls;
        this.announcements = announcements;
        this.review = review;
        this.counters = counters;
        this.journal = journal;
    }

    /** The token of this value, taken so that it cannot be used again; empty where none may connect with it. */
    public Optional<ChatToken> redeem(String token) {
        return tokens.redeem(token).filter(redeemed -> rooms.find(redeemed.roomArn()).isPresent());
    }

    /** Lets a connection in. */
    public Session open(ChatToken token, String ip, Peer peer) {
        Session session = new Session(token, ip, peer, settings.ticker());
        halls.of(token.roomArn()).enter(session);
        counters.add("Chat ConnectionsOpened");
        if (rooms.find(token.roomArn()).isEmpty()) {
            closeRoom(token.roomArn()); // it was deleted between the handshake and here
        }
        return session;
    }

    /** The connection is gone. */
    public void closed(Session session) {
        halls.leave(session);
    }

    /**
     * Takes a frame of a client; the answer goes to its peer.
     *
     * @param done is run once the request is through with
     */
    public void receive(Session session, String text, Runnable done) {
        if (session.isDismissed()) {
            done.run();
            return;
        }
        Session.Turn turn = session.turn();
        requests.execute(() -> {
            @Nullable String requestId = null;
            try {
                Incoming request = Incoming.read(text);
                requestId = request.requestId();
                act(session, request, turn);
            } catch (Refusal refusal) {
                refuse(session, Ids.id(), requestId, refusal);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException broken) {
                LOG.error("a request to {} failed", session.token().roomArn(), broken);
                refuse(session, Ids.id(), requestId, Refusal.broken());
            } finally {
                turn.end();
                done.run();
            }
        });
    }

    /** Whose connections to a room are open; a user with many is there many times. */
    public List<String> userIds(String roomArn) {
        return halls.userIds(roomArn);
    }

    /** Closes the sessions whose time is over. */
    public void closeExpired() {
        Instant now = settings.clock().instant();
        halls.forEach(hall -> hall.close(session -> isExpired(session, now), "The session has expired"));
    }

    /** Closes all connections of a room that is no more. */
    void closeRoom(String roomArn) {
        halls.remove(roomArn, hall -> hall.close(session -> true, "The room was deleted"));
    }

    /** Ends what is under way. */
    public void stop() {
        requests.shutdownNow();
    }

    private void act(Session session, Incoming request, Session.Turn turn)
            throws Refusal, InterruptedException {
        if (isExpired(session, settings.clock().instant())) {
            throw Refusal.sessionExpired();
        }
        Capability action = request.action();
        if (settings.messagingQuotas() && !session.requests().tryPass(REQUESTS_PER_SECOND)) {
            throw Refusal.tooFast("one connection", REQUESTS_PER_SECOND);
        }
        if (!session.token().capabilities().contains(action)) {
            throw Refusal.withoutCapability(action);
        }
        String roomArn = session.token().roomArn();
        Room room = Room.of(rooms.find(roomArn).orElseThrow(Refusal::noRoom));
        switch (action) {
            case SEND_MESSAGE -> send(session, room, request, turn);
            case DELETE_MESSAGE -> {
                String messageId = request.messageId();
                Optional<String> reason = request.reason();
                turn.await();
                announcements.deleteMessage(roomArn, request.requestId(), messageId, reason);
            }
            case DISCONNECT_USER -> {
                String userId = request.userId();
                Optional<String> reason = request.reason();
                turn.await();
                announcements.disconnectUser(roomArn, request.requestId(), userId, reason);
            }
        }
    }

    private void send(Session session, Room room, Incoming request, Session.Turn turn)
            throws Refusal, InterruptedException {
        Instant received = settings.clock().instant();
        ChatToken token = session.token();
        Submission message = new Submission(Ids.id(), request.content(room.maximumMessageLength()),
                request.attributes(), token.userId(), token.attributes(), session.ip());
        Hall hall = halls.of(room.arn());
        if (settings.messagingQuotas() && !hall.messages().tryPass(room.maximumMessageRatePerSecond())) {
            throw Refusal.tooFast("all messages of the room", room.maximumMessageRatePerSecond());
        }
        Judgement judgement = review.judge(room, message);
        turn.await();
        if (session.isDismissed()) {
            return; // put out while the message was under review
        }
        journal.tell(Reports.message(room, message, judgement, received),
                Optional.of(new Journal.Reviewed(room.arn(), judgement)));
        if (judgement.delivered()) {
            hall.announce(Frames.message(message.messageId(), request.requestId(), message, judgement.seen(),
                    received));
            counters.add("Chat MessagesDelivered");
        } else {
            refuse(session, message.messageId(), request.requestId(), Refusal.byReview(judgement.reason()));
        }
    }

    private void refuse(Session session, String id, @Nullable String requestId, Refusal refusal) {
        counters.add("Chat Errors" + refusal.code());
        session.peer().send(Frames.error(id, requestId, refusal));
    }

    private static boolean isExpired(Session session, Instant now) {
        return !now.isBefore(session.token().sessionUntil());
    }

}
