// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class StampTest {
    @Test
    void comesBackOutOfAFrame() {
        Stamp stamp = new Stamp(999, 1234, -5_000_000_000L);
        byte[] frame = ("xx{\"Type\":\"MESSAGE\",\"Id\":\"AbCdEf123456\",\"RequestId\":\"" + stamp
                + "\",\"Content\":\"hi\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(Stamp.read(frame, 2, frame.length)).isEqualTo(stamp);
    }

    @Test
    void isMissedInAFrameWithoutOne() {
        byte[] frame = "{\"Type\":\"EVENT\",\"Reque".getBytes(StandardCharsets.UTF_8);
        assertThatIllegalStateException().isThrownBy(() -> Stamp.read(frame, 0, frame.length));
    }
}
