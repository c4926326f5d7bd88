// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Puts a reply where CloudFormation waits for it: without one a stack hangs for an hour. Tries again a few times where
 * there is no answer or a passing error. The address is a secret, so of it only the host is told. Thread-safe.
 */
final class ReplySender {
    private static final int TRIES = 5;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final HttpClient http;
    private final Duration answerLimit;
    private final Consumer<String> log;

    ReplySender(HttpClient http, Consumer<String> log) {
        this(http, ANSWER_LIMIT, log);
    }

    ReplySender(HttpClient http, Duration answerLimit, Consumer<String> log) {
        this.http = http;
        this.answerLimit = answerLimit;
        this.log = log;
    }

    /**
     * Sends it.
     *
     * @throws RoomsException where it could not be delivered; the log says why
     */
    void send(URI address, byte[] body, TimeLimit limit) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1;; attempt++) {
            String problem;
            try {
                int status = put(address, body, limit);
                if (status / 100 == 2) {
                    log.accept("replied to CloudFormation");
                    return;
                }
                problem = "HTTP status " + status;
                if (status / 100 == 4 && status != 408 && status != 429) {
                    throw undelivered(address, problem + ", which another try does not change (has the"
                            + " address expired?)");
                }
            } catch (IOException noAnswer) {
                problem = String.valueOf(noAnswer.getMessage());
            }
            log.accept("reply to CloudFormation, try " + attempt + " of " + TRIES + ": " + problem);
            if (attempt == TRIES || limit.left().compareTo(wait) <= 0) {
                throw undelivered(address, problem);
            }
            limit.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static RoomsException undelivered(URI address, String problem) {
        return new RoomsException(
                "could not reply to CloudFormation at " + address.getHost() + ": " + problem);
    }

    /** Without a Content-Type: the address was signed for a request that has none. */
    private int put(URI address, byte[] body, TimeLimit limit) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).PUT(BodyPublishers.ofByteArray(body)).build();
        Duration patience = limit.left().compareTo(answerLimit) < 0 ? limit.left() : answerLimit;
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(Math.max(1, patience.toNanos()), TimeUnit.NANOSECONDS).statusCode();
        } catch (TimeoutException hung) {
            answer.cancel(true);
            throw new IOException("no answer in " + patience.toMillis() + " ms", hung);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoomsException("interrupted", stopped);
        }
    }
}
