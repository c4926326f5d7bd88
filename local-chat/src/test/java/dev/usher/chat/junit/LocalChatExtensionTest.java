// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.junit;

import dev.usher.chat.LocalChat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class LocalChatExtensionTest {
    @RegisterExtension static final LocalChatExtension CHAT = LocalChatExtension
            .of(LocalChat.builder().region("eu-west-1"));

    @Test
    void givesTheChatToTestsThatAskForIt(LocalChat chat) {
        assertThat(chat).isSameAs(CHAT.chat());
        assertThat(chat.call("CreateRoom", "{}")).contains("arn:aws:ivschat:eu-west-1:");
    }

    @Test
    void hasNoChatOutsideOfTests() {
        LocalChatExtension idle = LocalChatExtension.of(LocalChat.builder());
        assertThatIllegalStateException().isThrownBy(idle::chat);
    }
}
