// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one reply to a request: whoever comes first gives it, the work or its watchdog. Thread-safe. */
final class Answer {
    private final CloudFormationCustomResourceEvent request;
    private final Owner owner;
    private final ReplySender sender;
    private final TimeLimit limit;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Reply> sent = new CompletableFuture<>();

    Answer(CloudFormationCustomResourceEvent request, Owner owner, ReplySender sender, TimeLimit limit) {
        this.request = request;
        this.owner = owner;
        this.sender = sender;
        this.limit = limit;
    }

    /** Whether this one is the reply; it has been delivered then. */
    boolean give(Reply reply) {
        if (!taken.compareAndSet(false, true)) {
            return false;
        }
        try {
            sender.send(URI.create(request.getResponseUrl()), reply.body(request, owner), limit);
            sent.complete(reply);
        } catch (RuntimeException undelivered) {
            sent.completeExceptionally(undelivered);
            throw undelivered;
        }
        return true;
    }

    /** The reply, once it is delivered, whoever gave it: a function that returns earlier is frozen in the middle. */
    Reply await() {
        boolean stopped = Thread.interrupted(); // the watchdog's way to end the work, and it is about to be ended
        try {
            return sent.join();
        } catch (CompletionException undelivered) {
            throw undelivered.getCause() instanceof RuntimeException cause ? cause : undelivered;
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
