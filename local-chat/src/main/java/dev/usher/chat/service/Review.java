// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.service.Judgement.Cause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a room's handler review a message, with the service's limit of time and its fallback. Thread-safe.
 *
 * <p>An answer that comes after the limit counts as none, whoever is to blame for the delay.
 */
final class Review {
    private static final Logger LOG = LoggerFactory.getLogger(Review.class);
    private final Invoker functions;
    private final Duration limit;
    private final Counters counters;

    Review(Invoker functions, Duration limit, Counters counters) {
        this.functions = functions;
        this.limit = limit;
        this.counters = counters;
    }

    Judgement judge(Room room, Submission message) throws InterruptedException {
        String event = message.event(room.arn());
        if (!room.isReviewed()) {
            return new ReviewedCase(room, message, event, Duration.ZERO).unreviewed();
        }
        Judgement judgement = judge(room, message, event);
        counters.reviewed(judgement);
        if (judgement.cause() != Cause.NONE) {
            LOG.warn("{} message {}: {} after {} ms, so fallbackResult {}: {}", room.arn(),
                    message.messageId(),
                    judgement.cause(), judgement.took().toMillis(), room.allowOnFallback() ? "ALLOW" : "DENY",
                    judgement.detail());
        }
        return judgement;
    }

    /** The same with the event of an earlier message; nothing is counted. */
    Judgement judge(Room room, Submission message, String event) throws InterruptedException {
        byte[] payload = event.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Invocation invocation = counters.running(() -> invoke(room, payload));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        ReviewedCase reviewed = new ReviewedCase(room, message, event, took);
        return took.compareTo(limit) > 0 && !(invocation instanceof Invocation.TimedOut)
                ? reviewed.judged(new Invocation.TimedOut(), limit)
                : reviewed.judged(invocation, limit);
    }

    private Invocation invoke(Room room, byte[] payload) throws InterruptedException {
        try {
            return functions.invoke(room.handlerUri(), payload, limit);
        } catch (RuntimeException broken) {
            LOG.error("the invoker of {} threw", room.handlerUri(), broken);
            return new Invocation.NotStarted("its invoker threw " + broken);
        }
    }
}
