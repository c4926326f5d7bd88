// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChat;
import dev.usher.handler.Decision;
import dev.usher.handler.DecisionLog;
import dev.usher.handler.Settings;
import dev.usher.infra.enforcement.Enforcer;
import dev.usher.infra.enforcement.PolicyException;
import dev.usher.state.BanStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/**
 * What follows the verdicts of a local chat: hands the decision lines of its function to the enforcer, in batches and
 * behind the messages, as CloudWatch Logs and Lambda do. Thread-safe.
 */
final class Enforcement implements AutoCloseable, Consumer<Decision> {
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 1000;
    private static final int ATTEMPTS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final byte @Nullable [] policy;
    private final PrintStream err;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    /** Takes the policy's file; null for the shipped one. */
    Enforcement(String name, byte @Nullable [] policy, PrintStream err) {
        this.name = name;
        this.policy = policy;
        this.err = err;
    }

    @Override
    public void accept(Decision decision) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try {
            new DecisionLog(line, Settings.Log.ENFORCEMENT, InstantSource.system()::millis)
                    .write(decision, "local", false, 0);
        } catch (IOException impossible) { // in memory
            throw new IllegalStateException(impossible);
        }
        line(line.toString(StandardCharsets.UTF_8));
    }

    /** Takes a line of a function's log, a decision or not. Never waits: what is too much is not enforced, and told. */
    void line(String line) {
        if (!lines.offer(line) && !behind.getAndSet(true)) {
            err.println(
                    "enforcement is " + MOST_WAITING + " lines behind; what comes until it is not is lost");
        }
    }

    /**
     * Begins to act.
     *
     * @throws PolicyException where the policy has faults
     */
    void start(LocalChat chat, BanStore bans) throws IOException, PolicyException {
        IvschatClient client = IvschatClient.builder().endpointOverride(chat.endpoint())
                .region(Region.US_WEST_2)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        Enforcer enforcer = Enforcer.inMemory(policy, client, bans);
        thread = Thread.ofPlatform().daemon().name("usher-enforcement").start(() -> run(enforcer));
    }

    private void run(Enforcer enforcer) {
        List<String> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(lines.take());
                lines.drainTo(batch, BATCH - 1);
                enforce(enforcer, batch);
                batch.clear();
                behind.set(false);
            }
        } catch (InterruptedException closing) {
            // no more is wanted
        }
    }

    /** As Lambda does: the whole batch again, twice. */
    private void enforce(Enforcer enforcer, List<String> batch) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                enforcer.enforce(batch, LIMIT);
                return;
            } catch (RuntimeException unfinished) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("closing");
                }
                if (attempt == ATTEMPTS) {
                    Throwable cause = unfinished.getCause();
                    err.println("enforcement has given up on a batch: " + unfinished.getMessage()
                            + (cause == null ? "" : ": " + cause.getMessage()));
                }
            }
        }
    }

    /** What is enforced. */
    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
