// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ivschat.IvschatAsyncClient;
import software.amazon.awssdk.services.ivschat.IvschatClient;
import software.amazon.awssdk.services.ivschat.model.ChatTokenCapability;
import software.amazon.awssdk.services.ivschat.model.ConflictException;
import software.amazon.awssdk.services.ivschat.model.CreateChatTokenResponse;
import software.amazon.awssdk.services.ivschat.model.CreateLoggingConfigurationResponse;
import software.amazon.awssdk.services.ivschat.model.CreateRoomResponse;
import software.amazon.awssdk.services.ivschat.model.FallbackResult;
import software.amazon.awssdk.services.ivschat.model.GetRoomResponse;
import software.amazon.awssdk.services.ivschat.model.ListRoomsResponse;
import software.amazon.awssdk.services.ivschat.model.LoggingConfigurationState;
import software.amazon.awssdk.services.ivschat.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ivschat.model.RoomSummary;
import software.amazon.awssdk.services.ivschat.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.ivschat.model.ThrottlingException;
import software.amazon.awssdk.services.ivschat.model.UpdateRoomResponse;
import software.amazon.awssdk.services.ivschat.model.ValidationException;
import software.amazon.awssdk.services.ivschat.model.ValidationExceptionReason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The real AWS SDK for Java against the port: every operation, and every error that it has. */
final class AwsClientTest {
    private static final String HANDLER = "arn:aws:lambda:eu-west-1:123456789012:function:review";
    private static final String NOBODY = "arn:aws:ivschat:eu-west-1:123456789012:room/AbCdEf123456";
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalChat chat = start(LocalChat.builder().clock(now::get));
    private final IvschatClient client = client(chat);

    @AfterEach
    void stop() {
        client.close();
        chat.close();
    }

    @Test
    void createsARoomWithDefaults() {
        CreateRoomResponse room = client.createRoom(request -> {});
        assertThat(room.arn()).isEqualTo("arn:aws:ivschat:eu-west-1:123456789012:room/" + room.id());
        assertThat(room.id()).matches("[a-zA-Z0-9]{12}");
        assertThat(room.maximumMessageLength()).isEqualTo(500);
        assertThat(room.maximumMessageRatePerSecond()).isEqualTo(10);
        assertThat(room.messageReviewHandler()).isNull();
        assertThat(room.createTime()).isEqualTo(now.get()).isEqualTo(room.updateTime());
        assertThat(room.tags()).isEmpty();
    }

    @Test
    void getsARoomAsItWasMade() {
        CreateRoomResponse made = client.createRoom(room -> room.name("demo").maximumMessageLength(7)
                .maximumMessageRatePerSecond(100).tags(Map.of("k", "v"))
                .messageReviewHandler(handler -> handler.uri(HANDLER).fallbackResult(FallbackResult.DENY)));
        GetRoomResponse room = client.getRoom(request -> request.identifier(made.arn()));
        assertThat(room.equalsBySdkFields(GetRoomResponse.builder().arn(made.arn()).id(made.id()).name("demo")
                .maximumMessageLength(7).maximumMessageRatePerSecond(100).tags(Map.of("k", "v"))
                .createTime(now.get()).updateTime(now.get()).messageReviewHandler(made.messageReviewHandler())
                .build())).as("%s", room).isTrue();
        assertThat(room.messageReviewHandler().fallbackResult()).isEqualTo(FallbackResult.DENY);
    }

    @Test
    void updatesOnlyWhatIsGiven() {
        String arn = client.createRoom(room -> room.name("demo").maximumMessageLength(7)
                .messageReviewHandler(handler -> handler.uri(HANDLER).fallbackResult(FallbackResult.DENY)))
                .arn();
        now.updateAndGet(time -> time.plusSeconds(5));
        UpdateRoomResponse room = client.updateRoom(update -> update.identifier(arn).name("other"));
        assertThat(room.name()).isEqualTo("other");
        assertThat(room.maximumMessageLength()).isEqualTo(7);
        assertThat(room.messageReviewHandler().uri()).isEqualTo(HANDLER);
        assertThat(room.createTime()).isEqualTo(now.get().minusSeconds(5));
        assertThat(room.updateTime()).isEqualTo(now.get());

        room = client.updateRoom(update -> update.identifier(arn)
                .messageReviewHandler(handler -> handler.fallbackResult(FallbackResult.ALLOW)));
        assertThat(room.messageReviewHandler().uri()).isEqualTo(HANDLER);
        assertThat(room.messageReviewHandler().fallbackResult()).isEqualTo(FallbackResult.ALLOW);

        room = client.updateRoom(
                update -> update.identifier(arn).messageReviewHandler(handler -> handler.uri("")));
        assertThat(room.messageReviewHandler()).isNull();
        assertThat(client.getRoom(request -> request.identifier(arn)).messageReviewHandler()).isNull();
    }

    @Test
    void deletesARoom() {
        String arn = room();
        client.deleteRoom(request -> request.identifier(arn));
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> client.getRoom(request -> request.identifier(arn)));
    }

    @Test
    void listsRoomsNewestUpdateFirstAPageAtATime() {
        List<String> arns = IntStream.range(0, 7).mapToObj(i -> room()).toList();
        client.updateRoom(update -> update.identifier(arns.get(2)).name("touched"));
        client.tagResource(tag -> tag.resourceArn(arns.get(0)).tags(Map.of("not", "an update")));
        ListRoomsResponse first = client.listRooms(list -> list.maxResults(4));
        assertThat(first.rooms()).extracting(RoomSummary::arn).containsExactly(arns.get(2), arns.get(6),
                arns.get(5), arns.get(4));
        room(); // a new room is no part of the pages that follow
        ListRoomsResponse second = client.listRooms(list -> list.maxResults(4).nextToken(first.nextToken()));
        assertThat(second.rooms()).extracting(RoomSummary::arn).containsExactly(arns.get(3), arns.get(1),
                arns.get(0));
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void listsNoNextPageWhereTheLastIsFull() {
        room();
        room();
        assertThat(client.listRooms(list -> list.maxResults(2)).nextToken()).isNull();
    }

    @Test
    void listsFiftyRoomsUnlessToldOtherwise() {
        IntStream.range(0, 51).forEach(i -> room());
        assertThat(client.listRooms(list -> {}).rooms()).hasSize(50);
    }

    @Test
    void filtersRooms() {
        String plain = room();
        String named = client.createRoom(room -> room.name("demo")).arn();
        String reviewed = client
                .createRoom(room -> room.messageReviewHandler(handler -> handler.uri(HANDLER)))
                .arn();
        String logging = loggingConfiguration().arn();
        String logged = client.createRoom(room -> room.loggingConfigurationIdentifiers(logging)).arn();
        assertThat(client.listRooms(list -> list.name("demo")).rooms()).extracting(RoomSummary::arn)
                .containsExactly(named);
        assertThat(client.listRooms(list -> list.messageReviewHandlerUri(HANDLER)).rooms())
                .extracting(RoomSummary::arn).containsExactly(reviewed);
        assertThat(client.listRooms(list -> list.messageReviewHandlerUri("")).rooms())
                .extracting(RoomSummary::arn).containsExactly(logged, named, plain);
        assertThat(client.listRooms(list -> list.loggingConfigurationIdentifier(logging)).rooms())
                .extracting(RoomSummary::arn).containsExactly(logged);
        assertThat(client.listRooms(list -> list.name("de")).rooms()).isEmpty();
    }

    @Test
    void tagsWithAnyCharacters() {
        String arn = room();
        Map<String, String> tags = Map.of("a b", "1", "c/d&é=+%", "", "😀", "x y", "plain", "p");
        client.tagResource(tag -> tag.resourceArn(arn).tags(tags));
        assertThat(client.listTagsForResource(list -> list.resourceArn(arn)).tags()).isEqualTo(tags);
        client.untagResource(untag -> untag.resourceArn(arn).tagKeys("a b", "c/d&é=+%", "😀", "absent"));
        assertThat(client.listTagsForResource(list -> list.resourceArn(arn)).tags())
                .isEqualTo(Map.of("plain", "p"));
        assertThat(client.getRoom(request -> request.identifier(arn)).tags()).isEqualTo(Map.of("plain", "p"));
    }

    @Test
    void tagsUpToFifty() {
        String arn = room();
        for (int i = 0; i < 50; i++) {
            String key = "k" + i;
            client.tagResource(tag -> tag.resourceArn(arn).tags(Map.of(key, "v")));
        }
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(
                        () -> client.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("one more", "v"))));
        client.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("k7", "changed")));
        assertThat(client.listTagsForResource(list -> list.resourceArn(arn)).tags()).hasSize(50)
                .containsEntry("k7", "changed");
    }

    @Test
    void createsTokens() {
        String arn = room();
        CreateChatTokenResponse token = client
                .createChatToken(
                        request -> request.roomIdentifier(arn).userId("zoë").sessionDurationInMinutes(180)
                                .capabilities(ChatTokenCapability.SEND_MESSAGE).attributes(Map.of("k", "v")));
        assertThat(token.token()).matches("[A-Za-z0-9_-]{40,}");
        assertThat(token.tokenExpirationTime()).isEqualTo(now.get().plusSeconds(60));
        assertThat(token.sessionExpirationTime()).isEqualTo(now.get().plusSeconds(180 * 60));
        assertThat(client.createChatToken(request -> request.roomIdentifier(arn).userId("zoë"))
                .sessionExpirationTime()).isEqualTo(now.get().plusSeconds(60 * 60));
    }

    @Test
    void sendsEventsDeletesMessagesAndDisconnectsUsers() {
        String arn = room();
        assertThat(client
                .sendEvent(event -> event.roomIdentifier(arn).eventName("goal").attributes(Map.of("a", "b")))
                .id()).matches("[a-zA-Z0-9]{12}");
        assertThat(client
                .deleteMessage(delete -> delete.roomIdentifier(arn).id("AbCdEf123456").reason("spam")).id())
                .matches("[a-zA-Z0-9]{12}");
        assertThat(client.disconnectUser(request -> request.roomIdentifier(arn).userId("nobody")))
                .isNotNull();
    }

    @Test
    void keepsLoggingConfigurations() {
        CreateLoggingConfigurationResponse made = loggingConfiguration();
        assertThat(made.arn())
                .isEqualTo("arn:aws:ivschat:eu-west-1:123456789012:logging-configuration/" + made.id());
        assertThat(made.stateAsString()).isEqualTo("ACTIVE");
        assertThat(client.updateLoggingConfiguration(update -> update.identifier(made.arn()).name("other")
                .destinationConfiguration(where -> where.s3(s3 -> s3.bucketName("bucket")))).name())
                .isEqualTo("other");
        var read = client.getLoggingConfiguration(request -> request.identifier(made.arn()));
        assertThat(read.state()).isEqualTo(LoggingConfigurationState.ACTIVE);
        assertThat(read.destinationConfiguration().s3().bucketName()).isEqualTo("bucket");
        assertThat(read.destinationConfiguration().cloudWatchLogs()).isNull();
        assertThat(client.listLoggingConfigurations(list -> {}).loggingConfigurations()).hasSize(1);
        client.tagResource(tag -> tag.resourceArn(made.arn()).tags(Map.of("k", "v")));
        assertThat(client.listTagsForResource(list -> list.resourceArn(made.arn())).tags())
                .isEqualTo(Map.of("k", "v"));
        client.deleteLoggingConfiguration(request -> request.identifier(made.arn()));
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
                () -> client.getLoggingConfiguration(request -> request.identifier(made.arn())));
    }

    @Test
    void doesNotDeleteALoggingConfigurationThatARoomUses() {
        String logging = loggingConfiguration().arn();
        client.createRoom(room -> room.loggingConfigurationIdentifiers(logging));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.deleteLoggingConfiguration(request -> request.identifier(logging)))
                .satisfies(conflict -> assertThat(conflict.resourceId()).isEqualTo(logging.substring(
                        logging.lastIndexOf('/') + 1)));
    }

    @Test
    void keepsAtMostTenLoggingConfigurations() {
        IntStream.range(0, 10).forEach(i -> loggingConfiguration());
        assertThatExceptionOfType(ServiceQuotaExceededException.class).isThrownBy(this::loggingConfiguration)
                .satisfies(quota -> assertThat(quota.limit()).isEqualTo(10));
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> client.createRoom(room -> room.name("a b").maximumMessageLength(501)))
                .satisfies(invalid -> {
                    assertThat(invalid.statusCode()).isEqualTo(400);
                    assertThat(invalid.requestId()).isNotEmpty();
                    assertThat(invalid.reason()).isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
                    assertThat(invalid.fieldList()).extracting(field -> field.name())
                            .containsExactlyInAnyOrder("name", "maximumMessageLength");
                    assertThat(invalid.awsErrorDetails().errorMessage()).contains("maximumMessageLength");
                });
    }

    @Test
    void saysWhatIsNotThereForEveryOperationThatNeedsIt() {
        List<Runnable> calls = List.of(() -> client.getRoom(request -> request.identifier(NOBODY)),
                () -> client.updateRoom(request -> request.identifier(NOBODY)),
                () -> client.deleteRoom(request -> request.identifier(NOBODY)),
                () -> client.createChatToken(request -> request.roomIdentifier(NOBODY).userId("u")),
                () -> client.sendEvent(request -> request.roomIdentifier(NOBODY).eventName("e")),
                () -> client.deleteMessage(request -> request.roomIdentifier(NOBODY).id("AbCdEf123456")),
                () -> client.disconnectUser(request -> request.roomIdentifier(NOBODY).userId("u")),
                () -> client.listTagsForResource(request -> request.resourceArn(NOBODY)),
                () -> client.tagResource(request -> request.resourceArn(NOBODY).tags(Map.of())),
                () -> client.untagResource(request -> request.resourceArn(NOBODY).tagKeys("k")),
                () -> client.createRoom(room -> room.loggingConfigurationIdentifiers(
                        NOBODY.replace(":room/", ":logging-configuration/"))));
        assertThat(calls).allSatisfy(call -> assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(call::run).satisfies(missing -> {
                    assertThat(missing.statusCode()).isEqualTo(404);
                    assertThat(missing.resourceId()).isEqualTo("AbCdEf123456");
                    assertThat(missing.resourceTypeAsString()).isEqualTo("ROOM");
                }));
    }

    @Test
    void takesNoBareIdForAnArnAndNoTokenOfItsOwnMaking() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> client.getRoom(request -> request.identifier("AbCdEf123456")));
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> client.listRooms(list -> list.nextToken("abc==")));
    }

    @Test
    void throttlesOnlyWhereQuotasAreOn() {
        IntStream.range(0, 20).forEach(i -> room());
        try (LocalChat strict = start(LocalChat.builder().quotas(true).ticker(() -> 0));
                IvschatClient other = client(strict)) {
            IntStream.range(0, 5).forEach(i -> other.createRoom(room -> {}));
            assertThatExceptionOfType(ThrottlingException.class)
                    .isThrownBy(() -> other.createRoom(room -> {})).satisfies(throttled -> {
                        assertThat(throttled.statusCode()).isEqualTo(429);
                        assertThat(throttled.limit()).isEqualTo(5);
                    });
            assertThat(other.listRooms(list -> {}).rooms()).hasSize(5);
        }
    }

    @Test
    void doesNotSeeAPermissionAtOnceWhereItIsHidden() {
        String arn = room();
        String handler = "arn:aws:lambda:eu-west-1:123456789012:function:review";
        long before = chat.count("ControlPlane UpdateRoom");
        chat.hidePermission(2);
        client.updateRoom(update -> update.identifier(arn).name("other"));
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> client.updateRoom(update -> update.identifier(arn).name("lost")
                            .messageReviewHandler(review -> review.uri(handler))))
                    .withMessageContaining(
                            "Request member: uri failed to satisfy the constraints: invalid lambda permission");
        }
        assertThat(client.getRoom(get -> get.identifier(arn)).name()).isEqualTo("other");
        client.updateRoom(
                update -> update.identifier(arn).messageReviewHandler(review -> review.uri(handler)));
        assertThat(client.getRoom(get -> get.identifier(arn)).messageReviewHandler().uri())
                .isEqualTo(handler);
        assertThat(chat.count("ControlPlane UpdateRoom")).isEqualTo(before + 2);
    }

    @Test
    void servesTheAsynchronousClientToo() {
        try (IvschatAsyncClient async = IvschatAsyncClient.builder().endpointOverride(chat.endpoint())
                .region(Region.EU_WEST_1).credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create("id", "secret")))
                .build()) {
            String arn = async.createRoom(room -> room.name("demo")).join().arn();
            async.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("a b", "c"))).join();
            assertThat(async.getRoom(request -> request.identifier(arn)).join().tags())
                    .isEqualTo(Map.of("a b", "c"));
            async.deleteRoom(request -> request.identifier(arn)).join();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> async.getRoom(request -> request.identifier(arn)).join())
                    .withCauseInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    void givesEveryRoomItsOwnId() {
        Set<String> ids = new HashSet<>();
        IntStream.range(0, 200).forEach(i -> ids.add(room()));
        assertThat(ids).hasSize(200);
    }

    private CreateLoggingConfigurationResponse loggingConfiguration() {
        return client.createLoggingConfiguration(create -> create
                .destinationConfiguration(where -> where.cloudWatchLogs(logs -> logs.logGroupName("/a/b"))));
    }

    private String room() {
        return client.createRoom(room -> {}).arn();
    }

    private static LocalChat start(LocalChatBuilder builder) {
        try {
            return builder.start();
        } catch (java.io.IOException taken) {
            throw new AssertionError(taken);
        }
    }

    private static IvschatClient client(LocalChat chat) {
        return IvschatClient.builder().endpointOverride(chat.endpoint()).region(Region.EU_WEST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
