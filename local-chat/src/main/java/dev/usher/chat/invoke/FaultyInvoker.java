// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Passes calls on, unless a fault is set. Thread-safe. */
public final class FaultyInvoker implements Invoker {
    private final Invoker sound;
    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());

    /** Takes the invoker that is called where no fault is set. */
    public FaultyInvoker(Invoker sound) {
        this.sound = sound;
    }

    /** From now on every call goes wrong in this way; an empty one ends that. */
    public void inject(Optional<Fault> wanted) {
        fault.set(wanted);
    }

    /** What goes wrong at present. */
    public Optional<Fault> fault() {
        return fault.get();
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException {
        Optional<Fault> now = fault.get();
        if (now.isEmpty()) {
            return sound.invoke(functionArn, payload, limit);
        }
        return switch (now.get()) {
            case Fault.Delay delay -> late(delay.by(), functionArn, payload, limit);
            case Fault.Throw thrown -> new Invocation.FunctionError(
                    json("{\"errorMessage\":\"thrown on purpose\",\"errorType\":\"InjectedFault\"}"));
            case Fault.Garbage garbage -> new Invocation.Answered(json("\"this is no verdict\""));
            case Fault.Crash crash -> new Invocation.Crashed("on purpose");
        };
    }

    @Override
    public Map<String, Long> counts() {
        return sound.counts();
    }

    private Invocation late(Duration by, String functionArn, byte[] payload, Duration limit)
            throws InterruptedException {
        if (by.compareTo(limit) >= 0) {
            Thread.sleep(limit);
            return new Invocation.TimedOut();
        }
        Thread.sleep(by);
        return sound.invoke(functionArn, payload, limit.minus(by));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
