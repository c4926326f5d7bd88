// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class InProcessInvokerTest {
    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void startsNoMoreCallsThanItHasWorkers() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        InProcessInvoker invoker = new InProcessInvoker(event -> {
            hang.await();
            return event;
        }, 2);
        assertThat(invoker.invoke("f", EVENT, Duration.ofMillis(1))).isInstanceOf(Invocation.TimedOut.class);
        assertThat(invoker.invoke("f", EVENT, Duration.ofMillis(1))).isInstanceOf(Invocation.TimedOut.class);
        assertThat(invoker.invoke("f", EVENT, LONG)).isInstanceOf(Invocation.NotStarted.class);
        hang.countDown();
    }

    @Test
    void reportsEvenAnErrorOfTheVirtualMachine() throws Exception {
        InProcessInvoker invoker = new InProcessInvoker(event -> {
            throw new StackOverflowError();
        });
        assertThat(invoker.invoke("f", EVENT, LONG)).isInstanceOfSatisfying(Invocation.FunctionError.class,
                error -> assertThat(new String(error.payload(), StandardCharsets.UTF_8))
                        .contains("java.lang.StackOverflowError"));
    }

    @Test
    void letsALateCallRunToItsEnd() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        InProcessInvoker invoker = new InProcessInvoker(event -> {
            hang.await();
            ended.countDown();
            return event;
        });
        assertThat(invoker.invoke("f", EVENT, Duration.ofMillis(1))).isInstanceOf(Invocation.TimedOut.class);
        hang.countDown();
        ended.await();
    }
}
