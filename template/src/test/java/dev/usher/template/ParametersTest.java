// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ParametersTest {
    private final Map<String, Object> parameters;
    private final Template template;

    ParametersTest() throws IOException {
        template = Template.defaults();
        parameters = template.written("Parameters");
    }

    @Test
    void everyOneIsExplainedAndInOneGroup() {
        List<String> grouped = new ArrayList<>();
        Map<String, Object> form = Template
                .map(template.written("Metadata").get("AWS::CloudFormation::Interface"));
        for (Object group : Template.list(form.get("ParameterGroups"))) {
            grouped.addAll(Template.strings(Template.map(group).get("Parameters")));
        }
        assertThat(grouped).containsExactlyInAnyOrderElementsOf(parameters.keySet());
        parameters
                .forEach((name, parameter) -> assertThat((String) Template.map(parameter).get("Description"))
                        .as(name).hasSizeBetween(20, 400));
    }

    @Test
    void everyOneIsUsed() {
        TreeSet<String> used = new TreeSet<>();
        for (String section : List.of("Resources", "Conditions", "Outputs")) {
            String text = template.written(section).toString();
            for (String name : parameters.keySet()) {
                if (text.contains("Ref=" + name + "}") || text.contains("${" + name + "}")) {
                    used.add(name);
                }
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(parameters.keySet()));
    }

    @Test
    void everyDefaultIsOneThatMayBeGiven() {
        parameters.forEach((name, parameter) -> assertThat(
                takes(name, Template.text(Template.map(parameter).get("Default")))).as(name).isTrue());
    }

    @Test
    void aPatternSaysWhatItWants() {
        parameters.forEach(
                (name, parameter) -> assertThat(Template.map(parameter).containsKey("AllowedPattern"))
                        .as(name).isEqualTo(Template.map(parameter).containsKey("ConstraintDescription")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "RoomNames | lobby | lobby room",
        "RoomNames | '' | über",
        "AdoptRoomArn | arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456 | arn:aws:ivs:us-west-2:1:channel/x",
        "AdoptRoomArn | '' | AbCdEf123456",
        "AdoptRoomName | stage-1 | stage 1",
        "FallbackResult | ALLOW | allow",
        "RulesFile | rules/rules.json | ../rules.json",
        "RulesFile | '' | /etc/passwd",
        "RulesFile | rules/a.b/c.json | rules/..json",
        "RulesFile | rules.json | rules.yaml",
        "EnforcementPolicy | rules/enforcement.json | rules/../../x.json",
        "Deadline | 10 | 9",
        "Deadline | 190 | 191",
        "MaximumMessageLength | 500 | 501",
        "MaximumMessageRatePerSecond | 100 | 0",
        "Architecture | arm64 | arm",
        "MemorySize | 10240 | 128",
        "SnapStart | PublishedVersions | On",
        "DeploymentType | AllAtOnce | Canary",
        "LogRetentionInDays | 7 | 8",
        "LogLevel | full | debug",
        "MaximumFallbackPercent | 0 | 101",
        "AlarmTopicArn | arn:aws:sns:us-east-1:123456789012:on-call | on-call",
        "StateTable | true | yes",
        "Enforcement | true | TRUE",
    })
    void takesTheOneAndNotTheOther(String name, String good, String bad) {
        assertThat(takes(name, good)).as(name + "=" + good).isTrue();
        assertThat(takes(name, bad)).as(name + "=" + bad).isFalse();
    }

    private boolean takes(String name, String value) {
        Map<String, Object> parameter = Template.map(parameters.get(name));
        boolean allowed = !parameter.containsKey("AllowedValues")
                || Template.strings(parameter.get("AllowedValues")).contains(value);
        boolean matches = !(parameter.get("AllowedPattern") instanceof String pattern)
                || value.matches(pattern);
        boolean isWithin = !Template.text(parameter.get("Type")).equals("Number")
                || (value.matches("[0-9]+")
                        && Long.parseLong(value) >= limit(parameter, "MinValue", Long.MIN_VALUE)
                        && Long.parseLong(value) <= limit(parameter, "MaxValue", Long.MAX_VALUE));
        return allowed && matches && isWithin && value.length() <= limit(parameter, "MaxLength", 4096);
    }

    private static long limit(Map<String, Object> parameter, String name, long otherwise) {
        return parameter.get(name) instanceof String value ? Long.parseLong(value) : otherwise;
    }
}
