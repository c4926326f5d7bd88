// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LeastPrivilegeTest {
    /** Where AWS takes nothing narrower: the role, and what it may do everywhere. */
    private static final Map<String, List<String>> EVERYWHERE = Map.of(
            "DeploymentRole", List.of("cloudwatch:DescribeAlarms"), "EnforcementRole",
            List.of("comprehend:DetectToxicContent"));

    private final Map<String, Object> resources;

    LeastPrivilegeTest() throws IOException {
        resources = Template
                .with(Map.of("StateTable", "true", "Enforcement", "true", "SecondLook", "true",
                        "ProvisionedConcurrency", "2"))
                .resources();
    }

    @Test
    void noRoleDoesEverything() {
        statements().forEach((role, statements) -> {
            for (Map<String, Object> statement : statements) {
                assertThat(statement).as(role).containsEntry("Effect", "Allow").containsKeys("Action",
                        "Resource");
                assertThat(Template.strings(statement.get("Action"))).as(role)
                        .allMatch(action -> action.matches("[a-z]+:[A-Za-z]+"));
            }
        });
    }

    @Test
    void noRoleDoesAnythingEverywhereButWhereItMust() {
        Map<String, List<String>> everywhere = new TreeMap<>();
        statements().forEach((role, statements) -> {
            for (Map<String, Object> statement : statements) {
                if (Template.strings(statement.get("Resource")).contains("*")) {
                    everywhere.put(role, Template.strings(statement.get("Action")));
                }
            }
        });
        assertThat(everywhere).isEqualTo(EVERYWHERE);
    }

    @Test
    void everyResourceIsOneOfTheStackOrARoomOfTheAccount() {
        statements().forEach((role, statements) -> {
            for (Map<String, Object> statement : statements) {
                for (String resource : Template.strings(statement.get("Resource"))) {
                    assertThat(resource).as(role)
                            .matches("\\*|\\$\\{\\w+\\.Arn}(:\\*)?|arn:.*:\\$\\{AWS::AccountId}:room/\\*");
                }
            }
        });
    }

    @Test
    void theReviewFunctionTouchesNoRoom() {
        assertThat(String.valueOf(statements().get("ReviewRole"))).doesNotContain("ivschat")
                .contains("logs:PutLogEvents");
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        List<Object> roles = resources.values().stream().map(Template::map)
                .filter(resource -> Template.text(resource.get("Type")).equals("AWS::Serverless::Function"))
                .map(function -> Template.map(function.get("Properties")).get("Role")).toList();
        assertThat(roles).hasSize(3).doesNotHaveDuplicates().doesNotContainNull();
    }

    private Map<String, List<Map<String, Object>>> statements() {
        Map<String, List<Map<String, Object>>> byRole = new TreeMap<>();
        resources.forEach((name, resource) -> {
            if (Template.text(Template.map(resource).get("Type")).equals("AWS::IAM::Role")) {
                Map<String, Object> role = Template.map(Template.map(resource).get("Properties"));
                assertThat(role).as(name).doesNotContainKey("ManagedPolicyArns");
                byRole.put(name, Template.find(Template.list(role.get("Policies")),
                        node -> node instanceof Map<?, ?> members && members.containsKey("Effect"))
                        .stream().map(Template::map).toList());
            }
        });
        assertThat(byRole).hasSize(4);
        return byRole;
    }
}
