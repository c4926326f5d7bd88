// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which invoker stands behind which function. Thread-safe. */
public final class Functions implements Invoker {
    private final Map<String, Invoker> byName;
    private final @Nullable Invoker other;

    /**
     * Takes the functions that are known.
     *
     * @param byName by ARN, with or without qualifier, or by bare name
     * @param other for every function that is not in the map; null where there is no such
     */
    public Functions(Map<String, ? extends Invoker> byName, @Nullable Invoker other) {
        this.byName = new LinkedHashMap<>(byName);
        this.other = other;
    }

    /** The invoker of a function: mapped by all of its ARN, by its ARN without qualifier, by its name, or the rest's. */
    public Optional<Invoker> find(String function) {
        FunctionArn arn = FunctionArn.of(function);
        Invoker found = byName.get(function);
        found = found == null ? byName.get(arn.unqualified()) : found;
        found = found == null ? byName.get(arn.name()) : found;
        return Optional.ofNullable(found == null ? other : found);
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException {
        Optional<Invoker> invoker = find(functionArn);
        if (invoker.isEmpty()) {
            return new Invocation.NotStarted("no function stands behind " + functionArn);
        }
        return invoker.get().invoke(functionArn, payload, limit);
    }

    @Override
    public Map<String, Long> counts() {
        Set<Invoker> distinct = new HashSet<>(byName.values());
        if (other != null) {
            distinct.add(other);
        }
        Map<String, Long> sums = new TreeMap<>();
        distinct.forEach(
                invoker -> invoker.counts().forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }
}
