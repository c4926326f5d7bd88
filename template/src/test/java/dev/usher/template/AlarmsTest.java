// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An alarm on a metric that nobody writes never rings. */
final class AlarmsTest {
    /** Of AWS's own metrics, those that we rely on. */
    private static final Map<String, Set<String>> AWS = Map.of(
            "AWS/Lambda",
            Set.of("Errors", "Throttles", "Duration", "ConcurrentExecutions",
                    "ProvisionedConcurrencySpilloverInvocations"),
            "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible"));

    private final EmittedMetrics ours;
    private final Template template;

    AlarmsTest() throws IOException {
        ours = EmittedMetrics.found();
        template = Template
                .with(Map.of("StateTable", "true", "Enforcement", "true", "ProvisionedConcurrency", "2",
                        "AlarmTopicArn", "arn:aws:sns:us-east-1:123456789012:on-call"));
    }

    @Test
    void everyAlarmLooksAtAMetricThatIsWritten() {
        int looked = 0;
        for (Map<String, Object> alarm : alarms()) {
            List<Object> metrics = Template.find(alarm,
                    node -> node instanceof Map<?, ?> members && members.containsKey("MetricName"));
            assertThat(metrics).as("%s", alarm).isNotEmpty();
            for (Object metric : metrics) {
                looked++;
                TreeSet<String> dimensions = new TreeSet<>();
                for (Object dimension : Template.list(Template.map(metric).get("Dimensions"))) {
                    dimensions.add(Template.text(Template.map(dimension).get("Name")));
                }
                isWritten(Template.text(Template.map(metric).get("Namespace")),
                        Template.text(Template.map(metric).get("MetricName")),
                        dimensions);
            }
        }
        assertThat(looked).isEqualTo(9);
    }

    @Test
    void theDashboardShowsMetricsThatAreWritten() throws IOException {
        JsonNode body = new ObjectMapper()
                .readTree(Template.text(template.properties("Dashboard").get("DashboardBody")));
        int looked = 0;
        for (JsonNode widget : body.at("/widgets")) {
            String namespace = "";
            for (JsonNode metric : widget.at("/properties/metrics")) {
                String first = metric.get(0).asText();
                namespace = first.startsWith(".") ? namespace : first;
                if (!first.equals("...")) {
                    looked++;
                    isWritten(namespace, metric.get(1).asText(), ours.dimensions());
                }
            }
        }
        assertThat(looked).isEqualTo(11);
    }

    @Test
    void everyAlarmSaysWhatToDoAndTellsTheTopic() {
        for (Map<String, Object> alarm : alarms()) {
            assertThat((String) alarm.get("AlarmDescription")).hasSizeGreaterThan(60);
            assertThat(alarm.get("AlarmActions"))
                    .isEqualTo(List.of("arn:aws:sns:us-east-1:123456789012:on-call"));
            assertThat(alarm).containsEntry("TreatMissingData", "notBreaching");
        }
    }

    @Test
    void aDeploymentIsRolledBackByAlarmsThatAreThere() throws IOException {
        for (String level : List.of("decisions", "none")) {
            Template logged = Template.with(Map.of("LogLevel", level));
            List<String> alarms = Template.strings(
                    Template.map(logged.properties("ReviewFunction").get("DeploymentPreference"))
                            .get("Alarms"));
            assertThat(alarms).hasSize(level.equals("none") ? 3 : 5);
            for (String alarm : alarms) {
                assertThat(logged.resources()).containsKey(alarm.substring(2, alarm.length() - 1));
            }
        }
    }

    @Test
    void answersAreLateWhereTheServiceHasGoneAhead() {
        assertThat(template.properties("LateAnswersAlarm")).containsEntry("Threshold", "200")
                .containsEntry("ExtendedStatistic", "p99");
    }

    private List<Map<String, Object>> alarms() {
        List<Map<String, Object>> alarms = template.resources().values().stream().map(Template::map)
                .filter(resource -> Template.text(resource.get("Type")).equals("AWS::CloudWatch::Alarm"))
                .map(alarm -> Template.map(alarm.get("Properties"))).toList();
        assertThat(alarms).hasSize(8);
        return alarms;
    }

    private void isWritten(String namespace, String name, Set<String> dimensions) {
        if (namespace.equals(ours.namespace())) {
            assertThat(ours.names()).contains(name);
            assertThat(dimensions).isEqualTo(ours.dimensions());
        } else {
            assertThat(AWS).containsKey(namespace);
            assertThat(AWS.get(namespace)).contains(name);
        }
    }
}
