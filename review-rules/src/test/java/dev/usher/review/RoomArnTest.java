// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class RoomArnTest {
    @Test
    void theIdIsWhatFollowsRoom() {
        assertThat(new RoomArn("arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456").id())
                .isEqualTo("AbCdEf123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "room/AbCdEf123456", "arn:aws:ivs:us-west-2:123456789012:room/AbCdEf123456",
        "arn:aws:ivschat:us-west-2:123456789012:channel/AbCdEf123456",
        "arn:aws:ivschat:us-west-2:123456789012:room/", "arn:aws:ivschat:us-west-2:123456789012:room/a/b",
        "arn:aws:ivschat::123456789012:room/AbCdEf123456", "arn:aws:ivschat:us-west-2:room/AbCdEf123456",
        "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456\n",
        "xarn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456"})
    void anythingElseThanARoomsArnIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RoomArn(value));
    }
}
