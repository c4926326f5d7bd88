// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Operation;
import dev.usher.chat.model.ServiceFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The control plane: does an operation whose input is checked already. Thread-safe. */
public final class ControlPlane {
    private final Map<String, Calls.Call> calls = new HashMap<>();
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final Settings settings;
    private final Counters counters;

    ControlPlane(Settings settings, Counters counters, List<Calls> calls) {
        this.settings = settings;
        this.counters = counters;
        calls.forEach(some -> this.calls.putAll(some.byName()));
    }

    /**
     * Does the operation.
     *
     * @param input as the model wants it
     * @param region where the caller means to be
     * @return the members of its output
     * @throws ServiceFault where the service would answer with an error
     */
    public ObjectNode call(Operation operation, ObjectNode input, String region) {
        Calls.Call call = calls.get(operation.name());
        if (call == null) {
            throw new IllegalStateException("nothing does " + operation.name());
        }
        ObjectNode output = call.answer(input, region);
        counters.add("ControlPlane " + operation.name());
        return output;
    }

    /**
     * Counts a call against its quota, where quotas are on.
     *
     * @throws ServiceFault a ThrottlingException
     */
    public void admit(Operation operation) {
        if (settings.quotas() && !rates.computeIfAbsent(operation.name(), name -> new Rate(settings.ticker()))
                .tryPass(operation.callsPerSecond())) {
            counters.add("ControlPlane Throttled");
            throw ServiceFault.throttled(operation.name(), operation.callsPerSecond());
        }
    }

    /** The region for callers that do not say one. */
    public String region() {
        return settings.region();
    }

    Set<String> names() {
        return Set.copyOf(calls.keySet());
    }
}
