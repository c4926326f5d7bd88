// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.state.CounterStore;
import dev.usher.state.CounterStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

final class DynamoDbCounterStoreTest extends CounterStoreContract {
    private final DynamoDbLocal local = DynamoDbLocal.shared();
    private final String table = local.table();

    @Override
    protected CounterStore store() {
        return new DynamoDbCounterStore(new Table(local.client(), table), clock);
    }

    @Override
    protected int steps() {
        return 300;
    }

    @Test
    void noKeyIsKeptInClear() throws Exception {
        store().increment("flood|203.0.113.7|ann", WINDOW, soon());

        for (Map<String, AttributeValue> item : local.client().scan(scan -> scan.tableName(table)).items()) {
            assertThat(item.toString()).doesNotContain("ann", "203.0.113", "flood");
        }
    }

    @Test
    void anItemIsSweptUpSoonAfterItsWindow() throws Exception {
        store().increment("a", WINDOW, soon());

        Map<String, AttributeValue> item = local.client().scan(scan -> scan.tableName(table)).items()
                .getFirst();
        assertThat(Long.parseLong(item.getOrDefault("expires", AttributeValue.fromN("0")).n())
                - clock.instant().getEpochSecond()).isBetween(10L,
                        80L);
    }

    @Test
    void aWindowIsTheSameForEveryProcess() throws Exception {
        CounterStore one = store();
        CounterStore other = store();
        assertThat(one.increment("a", WINDOW, soon())).isEqualTo(1);
        clock.advance(WINDOW.minusMillis(1));
        assertThat(other.increment("a", WINDOW, soon())).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));

        assertThat(other.increment("a", WINDOW, soon())).isEqualTo(1);
        assertThat(one.increment("a", WINDOW, soon())).isEqualTo(2);
    }

    @Test
    void twoProcessesCountExactly() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                    System.getProperty("java.class.path"), CountingProcess.class.getName(), local.endpoint(),
                    table, "300").redirectError(ProcessBuilder.Redirect.INHERIT).start());
        }
        List<Long> counts = new ArrayList<>();
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            for (String line : said.lines().toList()) {
                counts.add(Long.parseLong(line));
            }
        }

        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
    }
}
