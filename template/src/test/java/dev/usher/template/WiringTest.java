// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class WiringTest {
    @Test
    void theServiceMayCallTheAliasForRoomsOfThisAccountAlone() throws IOException {
        assertThat(Template.defaults().properties("ReviewPermission"))
                .containsEntry("Action", "lambda:InvokeFunction")
                .containsEntry("FunctionName", "${ReviewFunction.Alias}")
                .containsEntry("Principal", "ivschat.amazonaws.com")
                .containsEntry("SourceAccount", "${AWS::AccountId}")
                .containsEntry("SourceArn",
                        "arn:${AWS::Partition}:ivschat:${AWS::Region}:${AWS::AccountId}:room/*");
    }

    @Test
    void roomsGetTheAliasOnceItMayBeCalled() throws IOException {
        Template template = Template.with(Map.of("RoomNames", "lobby,stage", "ProveAgain", "please"));
        assertThat(Template.map(template.resources().get("Rooms")).get("DependsOn"))
                .isEqualTo("ReviewPermission");
        assertThat(template.properties("Rooms"))
                .containsEntry("HandlerArn", "${ReviewFunction.Alias}")
                .containsEntry("Rooms", List.of("lobby", "stage"))
                .containsEntry("Adopt", List.of())
                .containsEntry("Canary", "true")
                .containsEntry("Revision", "${ReviewFunction.Version} please");
    }

    @Test
    void adoptsWhatIsNamedInEachWay() throws IOException {
        String arn = "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456";
        Template template = Template
                .with(Map.of("RoomNames", "", "AdoptRoomArn", arn, "AdoptRoomName", "stage",
                        "AdoptTagKey", "chat", "AdoptTagValue", "live"));
        assertThat(template.properties("Rooms")).containsEntry("Adopt",
                List.of(Map.of("Arn", arn), Map.of("Name", "stage"),
                        Map.of("TagKey", "chat", "TagValue", "live")));
        assertThat(Template.with(Map.of("RoomNames", "")).resources()).doesNotContainKey("Rooms");
    }

    @ParameterizedTest
    @CsvSource({"DENY", "ALLOW"})
    void roomsAndFunctionFallBackAlike(String result) throws IOException {
        Template template = Template.with(Map.of("FallbackResult", result));
        assertThat(template.properties("Rooms")).containsEntry("FallbackResult", result);
        assertThat(template.environment("ReviewFunction")).containsEntry("USHER_FALLBACK_RESULT", result);
    }

    @Test
    void failsClosedUnlessAsked() throws IOException {
        assertThat(Template.defaults().environment("ReviewFunction")).containsEntry("USHER_FALLBACK_RESULT",
                "DENY");
    }

    @Test
    void roomsAndFunctionTakeTheSameLength() throws IOException {
        Template template = Template.with(Map.of("MaximumMessageLength", "120"));
        assertThat(template.properties("Rooms")).containsEntry("MaximumMessageLength", "120");
        assertThat(template.environment("ReviewFunction")).containsEntry("USHER_MAXIMUM_MESSAGE_LENGTH",
                "120");
    }

    @Test
    void whatIsOffUnlessAskedIsOff() throws IOException {
        assertThat(Template.defaults().resources()).doesNotContainKeys("State", "StateLayer",
                "EnforcementFunction",
                "EnforcementSubscription", "EnforcementFailures", "EnforcementRole", "ReviewScaling",
                "SpilloverAlarm");
        assertThat(Template.defaults().properties("ReviewFunction"))
                .containsEntry("Layers", List.of())
                .doesNotContainKeys("SnapStart", "ProvisionedConcurrencyConfig");
        assertThat(Template.defaults().environment("ReviewFunction")).containsEntry("USHER_STATE_TABLE", "");
    }

    @Test
    void theStateTableComesWithLayerNameAndPermission() throws IOException {
        Template template = Template.with(Map.of("StateTable", "true"));
        assertThat(template.properties("ReviewFunction")).containsEntry("Layers", List.of("${StateLayer}"));
        assertThat(template.environment("ReviewFunction")).containsEntry("USHER_STATE_TABLE", "${State}");
        assertThat(template.properties("ReviewRole").toString()).contains("dynamodb:UpdateItem",
                "${State.Arn}");
        assertThat(template.properties("State"))
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("TimeToLiveSpecification",
                        Map.of("AttributeName", "expires", "Enabled", "true"))
                .containsEntry("KeySchema", List.of(Map.of("AttributeName", "pk", "KeyType", "HASH")));
    }

    @Test
    void enforcementFollowsTheLogAndKeepsWhatFails() throws IOException {
        Template template = Template.with(Map.of("StateTable", "true", "Enforcement", "true"));
        assertThat(template.properties("EnforcementSubscription"))
                .containsEntry("LogGroupName", "${ReviewLog}")
                .containsEntry("DestinationArn", "${EnforcementFunction.Arn}");
        assertThat(template.properties("EnforcementPermission"))
                .containsEntry("Principal", "logs.amazonaws.com")
                .containsEntry("SourceArn", "${ReviewLog.Arn}");
        assertThat(String.valueOf(template.properties("EnforcementFunction").get("EventInvokeConfig")))
                .contains("${EnforcementFailures.Arn}");
    }

    @Test
    void theLogSaysNoMoreThanEnforcementNeeds() throws IOException {
        Map<String, String> enforced = Map.of("StateTable", "true", "Enforcement", "true");
        assertThat(Template.with(enforced).environment("ReviewFunction")).containsEntry("USHER_LOG",
                "enforcement");
        assertThat(Template.with(enforced).properties("EnforcementSubscription"))
                .containsEntry("FilterPattern", "{ $.Denied = 1 }");
        Map<String, String> looked = Map.of("StateTable", "true", "Enforcement", "true", "SecondLook",
                "true");
        assertThat(Template.with(looked).environment("ReviewFunction")).containsEntry("USHER_LOG",
                "second-look");
        assertThat(Template.with(enforced).properties("EnforcementRole").toString())
                .doesNotContain("comprehend");
    }

    @Test
    void everyFunctionHasATargetToBuildIt() throws IOException {
        String makefile = Files.readString(Template.ROOT.resolve("Makefile"));
        Template template = Template.with(Map.of("StateTable", "true", "Enforcement", "true"));
        template.resources().forEach((name, resource) -> {
            if (Template.map(resource).get("Metadata") instanceof Map<?, ?> metadata) {
                assertThat(metadata.get("BuildMethod")).isEqualTo("makefile");
                assertThat(makefile).contains("\nbuild-" + name + ": ");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReviewFunction", "RoomsFunction", "EnforcementFunction"})
    void handlersAreClassesOfOurs(String function) throws IOException {
        String handler = Template.text(Template.with(Map.of("StateTable", "true", "Enforcement", "true"))
                .properties(function).get("Handler"));
        String type = handler.substring(0, handler.indexOf("::"));
        String path = type.replace('.', '/');
        assertThat(Thread.currentThread().getContextClassLoader().getResource(path + ".class")).as(type)
                .isNotNull();
    }
}
