// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every constraint of every member of every request, at each bound and one beyond: generated from the model. */
final class ConstraintsTest {
    private static final ServiceModel MODEL = ServiceModel.load();

    @TestFactory
    Stream<DynamicTest> holdsEveryConstraintOfTheModel() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : MODEL.operations()) {
            for (Member member : operation.input().members().values()) {
                for (Trials.Trial trial : Trials.of(member.shape())) {
                    if (isWritable(member, trial.value())) {
                        tests.add(dynamicTest(operation.name() + "." + member.name() + " " + trial.about(),
                                () -> check(operation, member, trial)));
                    }
                }
                if (member.required() && member.location() != Member.Location.QUERY) {
                    tests.add(dynamicTest(operation.name() + "." + member.name() + " absent",
                            () -> check(operation, member, new Trials.Trial("absent", null, false))));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void isGeneratedForAllOfTheModel() {
        assertThat(holdsEveryConstraintOfTheModel()).hasSizeGreaterThan(300);
    }

    /** By hand, so that the generated tests cannot all be wrong with the data. */
    @Test
    void knowsTheLimitsThatTheServiceDocuments() {
        assertThat(length("CreateRoom", "name")).isEqualTo(new Shape.Bounds(0, 128));
        assertThat(range("CreateRoom", "maximumMessageLength")).isEqualTo(new Shape.Bounds(1, 500));
        assertThat(range("CreateRoom", "maximumMessageRatePerSecond")).isEqualTo(new Shape.Bounds(1, 100));
        assertThat(range("UpdateRoom", "maximumMessageRatePerSecond")).isEqualTo(new Shape.Bounds(1, 100));
        assertThat(range("CreateChatToken", "sessionDurationInMinutes")).isEqualTo(new Shape.Bounds(1, 180));
        assertThat(length("CreateChatToken", "userId")).isEqualTo(new Shape.Bounds(1, 128));
        assertThat(length("SendEvent", "eventName")).isEqualTo(new Shape.Bounds(1, 100));
        assertThat(length("DisconnectUser", "reason")).isEqualTo(new Shape.Bounds(1, 256));
        assertThat(range("ListRooms", "maxResults")).isEqualTo(new Shape.Bounds(1, 50));
        assertThat(MODEL.operations()).hasSize(17);
        assertThat(MODEL.operation("CreateRoom").callsPerSecond()).isEqualTo(5);
        assertThat(MODEL.operations()).allSatisfy(known -> assertThat(known.callsPerSecond()).isPositive());
    }

    @Test
    void fillsInTheDefaults() {
        ObjectNode room = new Routed(MODEL.operation("CreateRoom"), "").input(new byte[0], null);
        assertThat(room).isEqualTo(
                Json.readObject("{\"maximumMessageLength\":500,\"maximumMessageRatePerSecond\":10}")
                        .orElseThrow());
    }

    @Test
    void leavesOutWhatItDoesNotKnowAndWhatIsNull() {
        String body = "{\"identifier\":\"arn:aws:ivschat:us-west-2:1:room/a\",\"name\":null,\"colour\":1,"
                + "\"messageReviewHandler\":{\"uri\":\"\",\"colour\":1,\"fallbackResult\":null}}";
        assertThat(new Routed(MODEL.operation("UpdateRoom"), "").input(utf8(body), null))
                .isEqualTo(Json.readObject("{\"identifier\":\"arn:aws:ivschat:us-west-2:1:room/a\","
                        + "\"messageReviewHandler\":{\"uri\":\"\"}}").orElseThrow());
    }

    @Test
    void namesEveryFieldAtFault() {
        Routed routed = new Routed(MODEL.operation("CreateRoom"), "");
        assertThatExceptionOfType(ServiceFault.class)
                .isThrownBy(() -> routed.input(utf8("{\"name\":\"a b\",\"maximumMessageLength\":501}"), null))
                .satisfies(fault -> assertThat(fault.members().path("fieldList").findValuesAsText("name"))
                        .containsExactlyInAnyOrder("name", "maximumMessageLength"));
    }

    private static void check(Operation operation, Member member, Trials.Trial trial) {
        ObjectNode members = Samples.structure(operation.input());
        members.remove(member.name());
        if (trial.value() != null) {
            members.set(member.name(), trial.value());
        }
        Routed routed = new Routed(operation, label(operation, members));
        byte[] body = Json.bytes(members);
        String query = query(operation, members);
        if (trial.fits()) {
            assertThat(routed.input(body, query).get(member.name())).isEqualTo(trial.value());
        } else {
            assertThatExceptionOfType(ServiceFault.class).isThrownBy(() -> routed.input(body, query))
                    .satisfies(fault -> assertThat(fault.members().path("fieldList").findValuesAsText("name"))
                            .anySatisfy(name -> assertThat(name).startsWith(member.name())));
        }
    }

    /** In a path or a query everything is text, and an empty label is an absent one. */
    private static boolean isWritable(Member member, @Nullable JsonNode value) {
        return switch (member.location()) {
            case BODY -> true;
            case PATH -> value != null && value.isTextual();
            case QUERY -> value != null && value.isArray()
                    && Stream.of(value).flatMap(JsonNode::valueStream).allMatch(JsonNode::isTextual);
        };
    }

    private static String label(Operation operation, ObjectNode members) {
        return operation.input().members().values().stream()
                .filter(member -> member.location() == Member.Location.PATH)
                .map(member -> encoded(members.path(member.name()).asText())).findFirst().orElse("");
    }

    private static String query(Operation operation, ObjectNode members) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : members.properties()) {
            Member member = operation.input().members().get(entry.getKey());
            if (member != null && member.location() == Member.Location.QUERY) {
                entry.getValue().forEach(value -> pairs.add(entry.getKey() + "=" + encoded(value.asText())));
            }
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Shape.Bounds length(String operation, String member) {
        return ((Shape.Text) shape(operation, member)).length();
    }

    private static Shape.Bounds range(String operation, String member) {
        return ((Shape.Whole) shape(operation, member)).range();
    }

    private static Shape shape(String operation, String member) {
        return Objects.requireNonNull(MODEL.operation(operation).input().members().get(member)).shape();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
