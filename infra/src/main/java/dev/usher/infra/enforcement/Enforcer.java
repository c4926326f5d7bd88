// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import dev.usher.infra.enforcement.Policy.SecondLook;
import dev.usher.infra.enforcement.Policy.Trigger;
import dev.usher.state.BanStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/**
 * Does what the policy wants about lines of the decision log, each thing once however often a line comes. One thread at
 * a time.
 */
public final class Enforcer {
    private static final long FIRST_PAUSE = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

    private final Policy policy;
    private final Ledger ledger;
    private final @Nullable Judge judge;
    private final Hand hand;
    private final Time time;

    Enforcer(Policy policy, Ledger ledger, @Nullable Judge judge, Hand hand, Time time) {
        this.policy = policy;
        this.ledger = ledger;
        this.judge = judge;
        this.hand = hand;
        this.time = time;
    }

    /**
     * For a local chat: remembers in this process, and asks no judge.
     *
     * @param policyFile null for the policy that ships
     * @throws PolicyException where the policy has faults
     */
    public static Enforcer inMemory(byte @Nullable [] policyFile, IvschatClient chat, BanStore bans)
            throws IOException, PolicyException {
        Policy policy = policyFile == null
                ? EnforcementHandler.shippedPolicy()
                : PolicyFile.read(policyFile);
        Time time = Time.system();
        return new Enforcer(policy, new MemoryLedger(InstantSource.system()), null,
                new Hand(chat, bans, policy.callsPerSecond(), time), time);
    }

    /**
     * Acts on the lines; those that are no decisions, or name no user, are passed over.
     *
     * @param limit how long it may take, about
     * @throws UnfinishedException where something has to be tried again, with all of the lines
     */
    public void enforce(List<String> lines, Duration limit) {
        enforce(lines, limit, new Tally());
    }

    void enforce(List<String> lines, Duration limit, Tally tally) {
        long end = time.nanos() + limit.toNanos();
        List<DecisionLine> decisions = new ArrayList<>();
        for (String line : lines) {
            DecisionLine decision = DecisionLine.read(line);
            if (decision != null) {
                decisions.add(decision);
                tally.add("Decisions");
            }
        }
        decisions.sort(Comparator.comparing(DecisionLine::at));
        Work work = new Work(tally, end);
        work.todo.addAll(toUsers(decisions));
        work.todo.addAll(toMessages(decisions, work));
        work.run();
    }

    /** All refusals are written down before any is judged, so that their order in the batch is no matter. */
    private List<Deed> toUsers(List<DecisionLine> decisions) {
        Map<String, List<Instant>> strikes = new LinkedHashMap<>();
        for (DecisionLine line : decisions) {
            for (Trigger trigger : policy.triggers()) {
                if (line.deniedBy() != null && trigger.counts(line.deniedBy())) {
                    String key = strikes(trigger, line);
                    strikes.put(key, ledger.strike(key, line.messageId(), line.at(),
                            trigger.within().multipliedBy(2)));
                }
            }
        }
        List<Deed> deeds = new ArrayList<>();
        for (DecisionLine line : decisions) {
            for (Trigger trigger : policy.triggers()) {
                List<Instant> times = line.deniedBy() != null && trigger.counts(line.deniedBy())
                        ? strikes.getOrDefault(strikes(trigger, line), List.of())
                        : List.of();
                if (isPulled(trigger, times, line.at())) {
                    for (Sanction sanction : trigger.sanctions()) {
                        deeds.add(Deed.toUser(trigger, sanction, line));
                    }
                }
            }
        }
        return deeds;
    }

    private static String strikes(Trigger trigger, DecisionLine line) {
        return trigger.id() + "|" + line.roomArn() + "|" + line.userId();
    }

    /** Whether the refusal at that time is one of enough, in a span that is short enough. */
    private static boolean isPulled(Trigger trigger, List<Instant> times, Instant at) {
        for (int first = 0; first + trigger.denials() <= times.size(); first++) {
            Instant end = times.get(first).plus(trigger.within());
            if (!times.get(first).isAfter(at) && !at.isAfter(end)
                    && !times.get(first + trigger.denials() - 1).isAfter(end)) {
                return true;
            }
        }
        return false;
    }

    private List<Deed> toMessages(List<DecisionLine> decisions, Work work) {
        SecondLook look = policy.secondLook();
        List<Deed> deeds = new ArrayList<>();
        for (DecisionLine line : decisions) {
            if (look == null || judge == null || line.delivered().isEmpty()
                    || !look.wants(line.annotatedBy())) {
                continue;
            }
            if (work.isOver()) {
                work.unfinished(null);
                continue;
            }
            try {
                work.tally.add("Judged");
                if (judge.score(line.delivered()) >= look.threshold()) {
                    for (Sanction sanction : look.sanctions()) {
                        deeds.add(Deed.toMessage(sanction, line));
                    }
                }
            } catch (Exception noJudgement) { // one message's; the others have theirs
                work.unfinished(noJudgement);
            }
        }
        return deeds;
    }

    /** The deeds of one batch, tried until they are done or the time is over. */
    private final class Work {
        private final Deque<Deed> todo = new ArrayDeque<>();
        private final Tally tally;
        private final long end;
        private int unfinished;
        private @Nullable Exception last;
        private long pause = FIRST_PAUSE;

        Work(Tally tally, long end) {
            this.tally = tally;
            this.end = end;
        }

        boolean isOver() {
            return time.nanos() - end >= 0;
        }

        void unfinished(@Nullable Exception why) {
            unfinished++;
            last = why == null ? last : why;
            tally.add("Unfinished");
        }

        void run() {
            try {
                while (!todo.isEmpty()) {
                    Deed deed = todo.removeFirst();
                    if (isOver()) {
                        unfinished(null);
                    } else {
                        attempt(deed);
                    }
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                unfinished(ending);
            }
            if (unfinished > 0) {
                throw new UnfinishedException(unfinished, last);
            }
        }

        private void attempt(Deed deed) throws InterruptedException {
            switch (ledger.claim(deed.key(), deed.line().at(), deed.rest())) {
                case DONE -> {
                    return;
                }
                case BUSY -> {
                    unfinished(null);
                    return;
                }
                case GRANTED -> {
                }
            }
            try {
                hand.act(deed);
                ledger.done(deed.key());
                tally.did(deed.sanction());
                pause = FIRST_PAUSE;
            } catch (InterruptedException ending) {
                ledger.release(deed.key());
                throw ending;
            } catch (AwsServiceException said) {
                answered(deed, said);
            } catch (Exception failed) { // a store, or the network: the batch comes again
                ledger.release(deed.key());
                unfinished(failed);
            }
        }

        private void answered(Deed deed, AwsServiceException said) throws InterruptedException {
            int status = said.statusCode();
            if (status == 400 || status == 404) {
                tally.add("Refused"); // no such room any more: no other attempt will be answered better
                ledger.done(deed.key());
            } else if (status == 429 || status >= 500) {
                tally.add("Throttled");
                ledger.release(deed.key());
                last = said;
                todo.addLast(deed);
                time.sleep(Math.max(0, Math.min(pause, end - time.nanos())));
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            } else {
                ledger.release(deed.key()); // a permission that is missing: for someone to mend
                unfinished(said);
            }
        }
    }
}
