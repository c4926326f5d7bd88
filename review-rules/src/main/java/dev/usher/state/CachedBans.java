// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ban list whose answers are taken for true for a while: so long a ban may go unnoticed, and a lifted one hold on.
 * What it holds is bounded; of too many senders the longest silent is asked for again. Thread-safe.
 */
public final class CachedBans implements BanList {
    private static final int MOST = 8192;

    private record Answer(@Nullable Ban ban, Instant until) {}

    private final BanList bans;
    private final Duration maxStale;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

    public CachedBans(BanList bans, Duration maxStale, InstantSource clock) {
        this.bans = bans;
        this.maxStale = maxStale;
        this.clock = clock;
    }

    @Override
    public @Nullable Ban find(String userId, String ip, Deadline deadline) throws Exception {
        Instant now = clock.instant();
        String key = userId + '\n' + ip;
        Answer answer;
        synchronized (answers) {
            answer = answers.get(key);
        }
        if (answer == null || !now.isBefore(answer.until())) {
            answer = new Answer(bans.find(userId, ip, deadline), now.plus(maxStale));
            synchronized (answers) {
                if (answers.size() >= MOST) {
                    answers.remove(answers.keySet().iterator().next());
                }
                answers.put(key, answer);
            }
        }
        Ban ban = answer.ban();
        return ban != null && ban.holds(now) ? ban : null;
    }
}
