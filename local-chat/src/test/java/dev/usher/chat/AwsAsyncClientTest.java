// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ivschat.IvschatAsyncClient;
import software.amazon.awssdk.services.ivschat.model.ChatTokenCapability;
import software.amazon.awssdk.services.ivschat.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ivschat.model.RoomSummary;
import software.amazon.awssdk.services.ivschat.model.ValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The AWS SDK's asynchronous client, on Netty: the twelve operations and an error of each. */
final class AwsAsyncClientTest {
    private static final String NOBODY = "arn:aws:ivschat:eu-west-1:123456789012:room/AbCdEf123456";
    private final LocalChat chat = LocalChat.builder().start();
    private final IvschatAsyncClient client = IvschatAsyncClient.builder().endpointOverride(chat.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();

    AwsAsyncClientTest() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        chat.close();
    }

    @Test
    void roomsComeAndGo() {
        String arn = client.createRoom(room -> room.name("demo").maximumMessageLength(7)).join().arn();
        assertThat(client.getRoom(get -> get.identifier(arn)).join().maximumMessageLength()).isEqualTo(7);
        assertThat(client.updateRoom(update -> update.identifier(arn).name("other")).join().name())
                .isEqualTo("other");
        assertThat(client.listRooms(list -> list.name("other")).join().rooms()).extracting(RoomSummary::arn)
                .containsExactly(arn);
        client.deleteRoom(delete -> delete.identifier(arn)).join();
        assertThat(client.listRooms(list -> {}).join().rooms()).isEmpty();
    }

    @Test
    void tagsComeAndGo() {
        String arn = client.createRoom(room -> room.tags(Map.of("k", "v"))).join().arn();
        client.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("a b", "c/d&é"))).join();
        client.untagResource(untag -> untag.resourceArn(arn).tagKeys("k")).join();
        assertThat(client.listTagsForResource(list -> list.resourceArn(arn)).join().tags())
                .isEqualTo(Map.of("a b", "c/d&é"));
    }

    @Test
    void tokensAndEventsAreMade() {
        String arn = client.createRoom(room -> {}).join().arn();
        assertThat(client.createChatToken(token -> token.roomIdentifier(arn).userId("zoë")
                .capabilities(ChatTokenCapability.SEND_MESSAGE)).join().token()).isNotEmpty();
        assertThat(client.sendEvent(event -> event.roomIdentifier(arn).eventName("goal")).join().id())
                .hasSize(12);
        assertThat(client.deleteMessage(delete -> delete.roomIdentifier(arn).id("AbCdEf123456")).join().id())
                .hasSize(12);
        assertThat(client.disconnectUser(user -> user.roomIdentifier(arn).userId("nobody")).join())
                .isNotNull();
    }

    @Test
    void everyOperationFailsAsItsTypedException() {
        List<Supplier<CompletableFuture<?>>> missing = List.of(
                () -> client.getRoom(get -> get.identifier(NOBODY)),
                () -> client.updateRoom(update -> update.identifier(NOBODY)),
                () -> client.deleteRoom(delete -> delete.identifier(NOBODY)),
                () -> client.createChatToken(token -> token.roomIdentifier(NOBODY).userId("u")),
                () -> client.sendEvent(event -> event.roomIdentifier(NOBODY).eventName("e")),
                () -> client.deleteMessage(delete -> delete.roomIdentifier(NOBODY).id("AbCdEf123456")),
                () -> client.disconnectUser(user -> user.roomIdentifier(NOBODY).userId("u")),
                () -> client.listTagsForResource(list -> list.resourceArn(NOBODY)),
                () -> client.tagResource(tag -> tag.resourceArn(NOBODY).tags(Map.of("k", "v"))),
                () -> client.untagResource(untag -> untag.resourceArn(NOBODY).tagKeys("k")));
        assertThat(missing).allSatisfy(call -> assertThatThrownBy(() -> call.get().join())
                .hasCauseInstanceOf(ResourceNotFoundException.class));
        List<Supplier<CompletableFuture<?>>> invalid = List.of(
                () -> client.createRoom(room -> room.maximumMessageLength(501)),
                () -> client.listRooms(list -> list.maxResults(51)));
        assertThat(invalid).allSatisfy(call -> assertThatThrownBy(() -> call.get().join())
                .hasCauseInstanceOf(ValidationException.class));
    }
}
