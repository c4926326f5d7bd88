// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.chat.invoke.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ivschat.model.GetRoomResponse;
import software.amazon.awssdk.services.ivschat.model.RoomSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ChatRoomsHandlerTest {
    private final LocalFunction function = LocalFunction.start();

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void createsRoomsThatAreModerated() throws Exception {
        JsonNode reply = function.call("Create", with("Rooms",
                List.of("plain", Map.of("Name", "slow", "MaximumMessageRatePerSecond", "3", "Tags",
                        Map.of("a", "b")), ""),
                "MaximumMessageLength", "200"), null);
        assertThat(reply.path("Status").asText()).as(reply.toString()).isEqualTo("SUCCESS");
        assertThat(reply.path("PhysicalResourceId").asText())
                .isEqualTo("usher-rooms/chat/51af3dc0-da77-11e4-872e/Rooms");
        assertThat(reply.at("/Data/RoomCount").asText()).isEqualTo("2");
        String[] arns = arns(reply);
        assertThat(reply.at("/Data/RoomArn").asText()).isEqualTo(arns[0]);
        GetRoomResponse slow = room(arns[1]);
        assertThat(slow.name()).isEqualTo("slow");
        assertThat(slow.maximumMessageLength()).isEqualTo(200);
        assertThat(slow.maximumMessageRatePerSecond()).isEqualTo(3);
        assertThat(slow.tags())
                .isEqualTo(Map.of("a", "b", "usher:stack", Stack.ID, "usher:logical-id", "Rooms",
                        "usher:room", "slow"));
        assertThat(Room.wiring(slow.messageReviewHandler()))
                .isEqualTo(new Wiring(Reviews.GOOD, FallbackResult.DENY));
        assertThat(function.chat.count("Reviews DENY")).isEqualTo(2);
        assertThat(function.chat.count("Reviews ALLOW")).isEqualTo(2);
    }

    @Test
    void theSameRequestAgainChangesNothing() throws Exception {
        Map<String, Object> properties = with("Rooms", List.of("one", "two"));
        JsonNode first = function.call("Create", properties, null);
        JsonNode again = function.call("Create", properties, null);
        assertThat(again.get("Data")).isEqualTo(first.get("Data"));
        assertThat(again.get("PhysicalResourceId")).isEqualTo(first.get("PhysicalResourceId"));
        assertThat(function.calls("CreateRoom")).isEqualTo(2);
        assertThat(function.calls("UpdateRoom")).isZero();
    }

    @Test
    void waitsForThePermission() throws Exception {
        function.chat.hidePermission(4);
        assertThat(status(function.call("Create", with("Rooms", List.of("one")), null))).isEqualTo("SUCCESS");
        assertThat(function.calls("CreateRoom")).isEqualTo(1);
    }

    @Test
    void doesNotWaitForAPermissionForEver() throws Exception {
        function.chat.hidePermission(Integer.MAX_VALUE);
        JsonNode reply = function.call("Create", with("Rooms", List.of("one")), null);
        assertThat(status(reply)).isEqualTo("FAILED");
        assertThat(reply.path("Reason").asText()).contains("AWS::Lambda::Permission", "DependsOn",
                Reviews.GOOD);
    }

    @Test
    void anUpdateRewiresAndReplacesNothing() throws Exception {
        Map<String, Object> before = with("Rooms", List.of("one", "two"), "Tags", Map.of("a", "b", "c", "d"));
        JsonNode first = function.call("Create", before, null);
        Map<String, Object> after = with("Rooms", List.of("one", "two"), "Tags", Map.of("a", "x"),
                "HandlerArn",
                Reviews.OTHER);
        JsonNode second = function.call("Update", after, before);
        assertThat(second.get("Data")).isEqualTo(first.get("Data"));
        GetRoomResponse room = room(second.at("/Data/RoomArn").asText());
        assertThat(room.messageReviewHandler().uri()).isEqualTo(Reviews.OTHER);
        assertThat(room.tags()).containsEntry("a", "x").doesNotContainKey("c").hasSize(4);
        assertThat(function.calls("UpdateRoom")).isEqualTo(2);
    }

    @Test
    void anUpdateMendsWhatHasDriftedAndTouchesNothingElse() throws Exception {
        Map<String, Object> properties = with("Rooms", List.of("one", "two", "three"));
        JsonNode first = function.call("Create", properties, null);
        String[] arns = arns(first);
        function.client
                .updateRoom(update -> update.identifier(arns[0]).name("renamed").maximumMessageLength(7));
        function.client.updateRoom(
                update -> update.identifier(arns[1]).messageReviewHandler(handler -> handler.uri("")));
        assertThat(
                status(function.call("Update", with("Rooms", List.of("one", "two", "three"), "Revision", "2"),
                        properties)))
                .isEqualTo("SUCCESS");
        assertThat(room(arns[0]).name()).isEqualTo("one");
        assertThat(room(arns[0]).maximumMessageLength()).isEqualTo(500);
        assertThat(room(arns[1]).messageReviewHandler().uri()).isEqualTo(Reviews.GOOD);
        assertThat(function.calls("UpdateRoom")).isEqualTo(4);
        assertThat(function.calls("CreateRoom")).isEqualTo(3);
    }

    @Test
    void aRoomThatIsTakenOutIsDeleted() throws Exception {
        Map<String, Object> before = with("Rooms", List.of("one", "two"));
        function.call("Create", before, null);
        function.call("Update", with("Rooms", List.of("two", "three")), before);
        assertThat(names()).containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void adoptsByArnNameAndTag() throws Exception {
        String byArn = room("a", Map.of());
        String byName = room("b", Map.of());
        String byTag = room("c", Map.of("team", "x"));
        String other = room("d", Map.of("team", "y"));
        for (int i = 0; i < 60; i++) {
            room("filler", Map.of()); // so that lists have two pages
        }
        Map<String, Object> properties = with("Adopt", List.of(Map.of("Arn", byArn), Map.of("Name", "b"),
                Map.of("TagKey", "team", "TagValue", "x")));
        JsonNode reply = function.call("Create", properties, null);
        assertThat(reply.at("/Data/RoomArns").asText()).isEqualTo(String.join(",", byArn, byName, byTag));
        assertThat(handler(byTag)).isEqualTo(Reviews.GOOD);
        assertThat(handler(other)).isEmpty();
        assertThat(room(byArn).tags()).isEmpty();
        assertThat(status(function.call("Delete", properties, null))).isEqualTo("SUCCESS");
        assertThat(handler(byArn) + handler(byName) + handler(byTag)).isEmpty();
    }

    @Test
    void aRoomThatIsAdoptedNoMoreIsReleased() throws Exception {
        String one = room("one", Map.of());
        String two = room("two", Map.of());
        Map<String, Object> before = with("Adopt", List.of(Map.of("Name", "one"), Map.of("Name", "two")));
        function.call("Create", before, null);
        function.call("Update", with("Adopt", List.of(Map.of("Name", "two"))), before);
        assertThat(handler(one)).isEmpty();
        assertThat(handler(two)).isEqualTo(Reviews.GOOD);
    }

    @Test
    void nothingToAdoptIsAFailure() throws Exception {
        JsonNode reply = function.call("Create", with("Adopt", List.of(Map.of("Name", "nobody"))), null);
        assertThat(reply.path("Reason").asText()).contains("Adopt[0]: there is no room of the name nobody");
    }

    @Test
    void aDeleteTakesOnlyWhatIsStillOurs() throws Exception {
        String adopted = room("adopted", Map.of());
        Map<String, Object> properties = with("Rooms", List.of("one", "two"), "Adopt",
                List.of(Map.of("Name", "adopted")));
        String[] arns = arns(function.call("Create", properties, null));
        function.client.untagResource(untag -> untag.resourceArn(arns[0]).tagKeys("usher:stack"));
        function.client.updateRoom(update -> update.identifier(adopted)
                .messageReviewHandler(handler -> handler.uri(Reviews.OTHER)));
        assertThat(status(function.call("Delete", properties, null))).isEqualTo("SUCCESS");
        assertThat(names()).containsExactlyInAnyOrder("one", "adopted");
        assertThat(handler(adopted)).isEqualTo(Reviews.OTHER);
        assertThat(status(function.call("Delete", properties, null))).isEqualTo("SUCCESS");
    }

    @Test
    void aFailedUpdatePutsBackTheHandlerBeforeIt() throws Exception {
        String adopted = room("adopted", Map.of());
        Map<String, Object> before = with("Rooms", List.of("one"));
        String own = function.call("Create", before, null).at("/Data/RoomArn").asText();
        JsonNode reply = function.call("Update", with("Rooms", List.of("one", "new"), "Adopt",
                List.of(Map.of("Name", "adopted")), "HandlerArn", Reviews.ALLOWS, "MaximumMessageLength",
                "9"),
                before);
        assertThat(status(reply)).isEqualTo("FAILED");
        assertThat(handler(own)).isEqualTo(Reviews.GOOD);
        assertThat(room(own).maximumMessageLength()).isEqualTo(500);
        assertThat(handler(adopted)).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("one", "adopted");
    }

    @ParameterizedTest
    @CsvSource({"denies, DENY, WRONG_REASON, 'no hyphens, please'", "allows, DENY, ALLOWED, check the alias",
        "allows, ALLOW, ALLOWED, fallbackResult ALLOW", "fails, DENY, FALLBACK, errors",
        "fails, ALLOW, ALLOWED, errors", "strict, DENY, GREETING_REFUSED, property Greeting"})
    void aCanaryThatIsNotAnsweredFailsTheStack(String handler, String fallback, String kind, String advice)
            throws Exception {
        JsonNode reply = function.call("Create", with("Rooms", List.of("one"), "HandlerArn",
                "arn:aws:lambda:us-west-2:123456789012:function:" + handler, "FallbackResult", fallback),
                null);
        assertThat(status(reply)).isEqualTo("FAILED");
        assertThat(reply.path("Reason").asText()).contains("canary: " + kind, advice);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DENY, FALLBACK", "ALLOW, ALLOWED"})
    void aHandlerThatTimesOutFailsTheStack(String fallback, String kind) throws Exception {
        function.chat.inject(Optional.of(new Fault.Delay(Duration.ofSeconds(1))));
        JsonNode reply = function.call("Create", with("Rooms", List.of("one"), "FallbackResult", fallback),
                null);
        assertThat(reply.path("Reason").asText()).contains("canary: " + kind, "more than 200 ms");
    }

    @Test
    void anotherGreetingPassesStrictRules() throws Exception {
        assertThat(status(function.call("Create", with("Rooms", List.of("one"), "HandlerArn", Reviews.STRICT,
                "Greeting", "konnichiwa"), null))).isEqualTo("SUCCESS");
    }

    @Test
    void withoutTheCanaryNobodyIsAsked() throws Exception {
        assertThat(status(function.call("Create", with("Rooms", List.of("one"), "HandlerArn", Reviews.FAILS,
                "Canary", "false"), null))).isEqualTo("SUCCESS");
    }

    @Test
    void faultyPropertiesAreAllTold() throws Exception {
        JsonNode reply = function.call("Create", with("Rooms",
                List.of("a b", Map.of("Name", "x", "MaximumMessageLength", "501", "Nme", "y"), "x"),
                "HandlerArn",
                "review", "FallbackResult", "deny", "Canary", "yes"), null);
        assertThat(reply.path("Reason").asText()).contains("Rooms[0]: expected 1 to 128",
                "Rooms[1].MaximumMessageLength: expected 1 to 500, found \"501\"",
                "Rooms[1].Nme: not a property", "Rooms[2]: the name x stands twice",
                "HandlerArn: expected the ARN", "FallbackResult: expected ALLOW or DENY",
                "Canary: expected true or false");
        assertThat(function.calls("ListRooms")).isZero();
        assertThat(status(function.call("Delete", Map.of("Rooms", "?"), null))).isEqualTo("SUCCESS");
    }

    @Test
    void manyRoomsDoNotOutgrowTheReply() throws Exception {
        JsonNode reply = function.call("Create",
                with("Rooms", java.util.stream.IntStream.range(0, 70).mapToObj(i -> "room-" + i).toList(),
                        "Canary", "false"),
                null);
        assertThat(reply.at("/Data/RoomCount").asText()).isEqualTo("70");
        assertThat(reply.at("/Data/RoomArns").asText()).contains("usher rooms list");
    }

    @Test
    void aDuplicateRoomOfARunAtTheSameTimeIsSettled() throws Exception {
        Map<String, Object> properties = with("Rooms", List.of("one"));
        String arn = function.call("Create", properties, null).at("/Data/RoomArn").asText();
        function.client.createRoom(twin -> twin.name("one").tags(room(arn).tags()));
        assertThat(function.call("Create", properties, null).at("/Data/RoomArn").asText()).isEqualTo(arn);
        assertThat(names()).containsExactly("one");
    }

    @Test
    void answersBeforeTheFunctionsOwnTimeOut() throws Exception {
        function.chat.inject(Optional.of(new Fault.Delay(Duration.ofSeconds(1))));
        assertThat(function.handle("Create", with("Rooms", List.of("one", "two", "three", "four")), 400))
                .isEqualTo("FAILED");
        assertThat(function.stack.reply().path("Reason").asText()).contains("raise");
    }

    @Test
    void anAnswerThatIsNotTakenIsTriedAgain() throws Exception {
        function.stack.fail(List.of(503, Stack.DROP, 500));
        assertThat(status(function.call("Create", with("Rooms", List.of("one")), null))).isEqualTo("SUCCESS");
        assertThat(function.stack.tries()).isEqualTo(4);
    }

    @Test
    void anAnswerThatIsNeverTakenIsSaidAndThrown() {
        function.stack.fail(List.of(503, 503, 503, 503, 503, 503));
        assertThatThrownBy(() -> function.handle("Create", with("Rooms", List.of("one")), 60_000))
                .isInstanceOf(RoomsException.class).hasMessageContaining("HTTP status 503");
        assertThat(function.stack.tries()).isEqualTo(5);
        assertThat(function.log).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void anExpiredAddressIsNotTriedAgain() {
        function.stack.fail(List.of(403));
        assertThatThrownBy(() -> function.handle("Create", with("Rooms", List.of("one")), 60_000))
                .hasMessageContaining("expired");
        assertThat(function.stack.tries()).isEqualTo(1);
    }

    private String room(String name, Map<String, String> tags) {
        return function.client.createRoom(create -> create.name(name).tags(tags)).arn();
    }

    private GetRoomResponse room(String arn) {
        return function.client.getRoom(get -> get.identifier(arn));
    }

    private String handler(String arn) {
        Wiring wiring = Room.wiring(room(arn).messageReviewHandler());
        return wiring == null ? "" : wiring.handlerArn();
    }

    private List<String> names() {
        return function.client.listRooms(list -> list.maxResults(50)).rooms().stream().map(RoomSummary::name)
                .toList();
    }

    private static String[] arns(JsonNode reply) {
        return reply.at("/Data/RoomArns").asText().split(",", -1);
    }

    private static String status(JsonNode reply) {
        return reply.path("Status").asText();
    }

    static Map<String, Object> with(Object... more) {
        Map<String, Object> properties = new HashMap<>(Map.of("ServiceToken", "arn:function", "HandlerArn",
                Reviews.GOOD, "FallbackResult", "DENY"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return properties;
    }
}
