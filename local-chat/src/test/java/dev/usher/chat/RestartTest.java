// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import dev.usher.chat.archive.FileArchive;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

final class RestartTest {
    @TempDir Path data;

    @Test
    void keepsRoomsTheirOrderTheirTagsAndLoggingConfigurations() throws Exception {
        String rooms;
        String logging;
        try (LocalChat chat = start()) {
            String first = ChatUser.room(chat, "{\"name\":\"first\",\"tags\":{\"k\":\"v\"}}");
            ChatUser.room(chat, "{\"name\":\"second\"}");
            String gone = ChatUser.room(chat, "{\"name\":\"gone\"}");
            chat.call("UpdateRoom", "{\"identifier\":\"" + first + "\",\"maximumMessageLength\":7}");
            chat.call("DeleteRoom", "{\"identifier\":\"" + gone + "\"}");
            chat.call("CreateLoggingConfiguration",
                    "{\"destinationConfiguration\":{\"s3\":{\"bucketName\":\"bucket\"}}}");
            rooms = chat.call("ListRooms", "{}");
            logging = chat.call("ListLoggingConfigurations", "{}");
        }
        try (LocalChat chat = start()) {
            assertThat(chat.call("ListRooms", "{}")).isEqualTo(rooms).contains("\"k\":\"v\"");
            assertThat(chat.call("ListLoggingConfigurations", "{}")).isEqualTo(logging);
            ChatUser.room(chat, "{\"name\":\"third\"}");
            assertThat(ChatUser.json(chat.call("ListRooms", "{}")).findValuesAsText("name"))
                    .containsExactly("third", "first", "second");
        }
    }

    @Test
    void keepsTheConversation() throws Exception {
        try (LocalChat chat = start()) {
            String room = ChatUser.room(chat, "{}");
            try (ChatUser ann = ChatUser.connect(chat, room, "ann")) {
                ann.say("one").next();
                ann.say("two").next();
            }
        }
        try (LocalChat chat = start()) {
            assertThat(chat.endpoint().getPort()).isPositive(); // it reads what was kept
        }
        try (FileArchive archive = FileArchive.in(data)) {
            assertThat(archive.read("message").values()).hasSize(2)
                    .satisfiesExactly(one -> assertThat(one).contains("\"Content\":\"one\""),
                            two -> assertThat(two).contains("\"Content\":\"two\""));
        }
    }

    @Test
    void isForOneProcessAtATime() throws Exception {
        try (LocalChat chat = start()) {
            assertThatIOException().isThrownBy(this::start).withMessageContaining(data.toString());
            assertThat(chat.call("ListRooms", "{}")).isEqualTo("{\"rooms\":[]}");
        }
    }

    private LocalChat start() throws IOException {
        return LocalChat.builder().data(data).start();
    }
}
