// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import dev.usher.infra.enforcement.Sanction.Announce;
import dev.usher.infra.enforcement.Sanction.Delete;
import dev.usher.infra.enforcement.Sanction.Disconnect;
import dev.usher.infra.enforcement.Sanction.Exclude;
import dev.usher.review.Deadline;
import dev.usher.state.Ban;
import dev.usher.state.BanStore;
import dev.usher.state.Banned;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/** Does one deed, at the pace of its operation. One thread at a time. */
final class Hand {
    private static final Duration STORE_LIMIT = Duration.ofSeconds(5);
    private static final double SECOND = 1e9;
    /** The service counts when a call arrives, and calls do not all take equally long to get there. */
    private static final double SLACK = 1.02;

    private final IvschatClient chat;
    private final BanStore bans;
    private final Time time;
    private final long gap;
    private final Map<String, Long> nextCalls = new HashMap<>();

    Hand(IvschatClient chat, BanStore bans, int callsPerSecond, Time time) {
        this.chat = chat;
        this.bans = bans;
        this.time = time;
        this.gap = (long) (SECOND / callsPerSecond * SLACK);
    }

    /**
     * Does it.
     *
     * @throws Exception the service's or the store's own
     */
    void act(Deed deed) throws Exception {
        DecisionLine line = deed.line();
        if (!(deed.sanction() instanceof Exclude)) {
            waitForTurn(deed.sanction().word());
        }
        switch (deed.sanction()) {
            case Disconnect disconnect -> chat.disconnectUser(call -> call.roomIdentifier(line.roomArn())
                    .userId(line.userId()).reason(disconnect.reason()));
            case Delete delete -> chat.deleteMessage(call -> call.roomIdentifier(line.roomArn())
                    .id(line.messageId()).reason(delete.reason()));
            case Announce announce -> {
                String room = announce.room();
                chat.sendEvent(call -> call.roomIdentifier(room == null ? line.roomArn() : room)
                        .eventName(announce.eventName())
                        .attributes(Map.of("cause", deed.cause(), "room", line.roomArn(), "userId",
                                line.userId(), "messageId", line.messageId())));
            }
            case Exclude exclude -> ban(exclude, deed);
        }
    }

    /** A ban that lasts longer stays: it may be a moderator's. */
    private void ban(Exclude exclude, Deed deed) throws Exception {
        Duration period = exclude.period();
        Ban ban = new Ban(Banned.user(deed.line().userId()),
                period == null ? null : deed.line().at().plus(period), deed.cause());
        Ban before = bans.find(deed.line().userId(), "", Deadline.after(STORE_LIMIT));
        if (before == null || endsBefore(before.until(), ban.until())) {
            bans.add(ban);
        }
    }

    private static boolean endsBefore(@Nullable Instant one,
            @Nullable Instant other) {
        return one != null && (other == null || one.isBefore(other));
    }

    private void waitForTurn(String operation) throws InterruptedException {
        long now = time.nanos();
        long turn = Math.max(now, nextCalls.getOrDefault(operation, now));
        nextCalls.put(operation, turn + gap);
        time.sleep(turn - now);
    }
}
