// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.usher.review.Deadline;
import dev.usher.review.Failure;
import dev.usher.review.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function that Amazon IVS Chat calls for every message of a room: the contract's message review handler.
 *
 * <p>It answers every event with a valid response inside the deadline. A fault in the settings or the rules file ends
 * its construction, so that the deployment fails and not the first message. One thread at a time, as Lambda calls it.
 *
 * <p>The one error that it throws makes Lambda replace the environment: where memory has run out, or where a rule hangs
 * for so long that it takes the processor from all others.
 */
public final class MessageReviewHandler implements RequestStreamHandler {
    /** Left for the way back where the function's own time-out is near. */
    private static final int MARGIN_MILLIS = 20;

    /** So many messages in a row find a rule still hanging, and the next environment is the better one. */
    private static final int PATIENCE = 25;

    private final MessageReviewer reviewer;
    private final Duration limit;
    private final DecisionLog log;
    private final @Nullable SnapStartPriming snapStart;
    private boolean cold = true;
    private int hungInARow;

    /** As Lambda makes it: everything from the environment, and primed by a few reviews. */
    public MessageReviewHandler() {
        this(System.getenv(), System.out);
    }

    MessageReviewHandler(Map<String, String> environment, OutputStream log) {
        Settings settings = Settings.fromEnvironment(environment);
        String folder = environment.get("LAMBDA_TASK_ROOT");
        this.reviewer = MessageReviewer.of(settings, Path.of(folder == null ? "" : folder));
        this.limit = settings.deadline();
        this.log = new DecisionLog(log, settings.log(), new EpochMillis());
        Priming.prime(this, settings.log());
        this.snapStart = "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))
                ? SnapStartPriming.register(reviewer, settings.log())
                : null;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, @Nullable Context context)
            throws IOException {
        Decision decision = answer(event, response, context, deadline(context), log);
        cold = false;
        hungInARow = hasHungRule(decision) ? hungInARow + 1 : 0;
        if (hungInARow >= PATIENCE) {
            throw new InternalError(
                    "a rule has hung through " + PATIENCE + " messages; replace this environment");
        }
    }

    /** Everything but what an environment remembers; Priming goes this way too, with a log of its own. */
    Decision answer(InputStream event, OutputStream response, @Nullable Context context, Deadline deadline,
            DecisionLog line) throws IOException {
        long start = System.nanoTime();
        Decision decision = decide(event, deadline);
        response.write(decision.response());
        log(line, decision, context, (System.nanoTime() - start) / 1000);
        return decision;
    }

    private static boolean hasHungRule(Decision decision) {
        if (decision instanceof Decision.Reviewed reviewed) {
            for (Step step : reviewed.report().steps()) {
                Failure failure = step.failure();
                if (failure != null && failure.cause() == Failure.Cause.HUNG) {
                    return true;
                }
            }
        }
        return false;
    }

    private void log(DecisionLog line, Decision decision, @Nullable Context context, long elapsedMicros) {
        @Nullable String function = context == null ? null : context.getFunctionName();
        try {
            line.write(decision, function == null ? "local" : function, cold, elapsedMicros);
        } catch (IOException full) {
            // the answer is out, and worth more than its line
        }
    }

    private Decision decide(InputStream event, Deadline deadline) {
        byte[] bytes;
        try {
            bytes = event.readNBytes(ReviewWire.maximumEventSize() + 1);
        } catch (IOException broken) {
            return reviewer.notReviewed(new byte[0], "the event could not be received: " + broken);
        }
        return reviewer.review(bytes, deadline);
    }

    private Deadline deadline(@Nullable Context context) {
        long left = limit.toMillis();
        if (context != null) {
            left = Math.max(1, Math.min(left, context.getRemainingTimeInMillis() - MARGIN_MILLIS));
        }
        return Deadline.after(Duration.ofMillis(left));
    }

    /** Whether a snapshot of this environment will be primed before it is taken. */
    boolean isPrimedForSnapStart() {
        return snapStart != null;
    }
}
