// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import dev.usher.handler.Settings;
import dev.usher.review.ReviewResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The review function's environment, read by the code that reads it on Lambda. */
final class FunctionSettingsTest {
    @Test
    void everyParameterReachesItsSetting() throws IOException {
        Settings settings = settings(Map.of("RulesFile", "rules/mine.json", "FallbackResult", "ALLOW",
                "Deadline", "120", "MaximumMessageLength", "200", "LogLevel", "full"));
        assertThat(settings.rulesFile()).isEqualTo("rules/mine.json");
        assertThat(settings.fallbackResult()).isEqualTo(ReviewResult.ALLOW);
        assertThat(settings.deadline()).isEqualTo(Duration.ofMillis(120));
        assertThat(settings.maximumMessageLength()).isEqualTo(200);
        assertThat(settings.log()).isEqualTo(Settings.Log.FULL);
    }

    @Test
    void theDefaultsAreTheFunctionsOwn() throws IOException {
        assertThat(settings(Map.of())).isEqualTo(Settings.fromEnvironment(Map.of()));
    }

    @Test
    void everyValueThatMayBeGivenIsTaken() throws IOException {
        Map<String, Object> parameters = Template.defaults().written("Parameters");
        for (String name : List.of("FallbackResult", "LogLevel", "Deadline", "MaximumMessageLength")) {
            Map<String, Object> parameter = Template.map(parameters.get(name));
            List<String> values = parameter.containsKey("AllowedValues")
                    ? Template.strings(parameter.get("AllowedValues"))
                    : List.of((String) parameter.get("MinValue"), (String) parameter.get("MaxValue"));
            for (String value : values) {
                assertThat(settings(Map.of(name, value))).as(name + "=" + value).isNotNull();
            }
        }
    }

    @Test
    void everyVariableIsOneThatIsDocumented() throws IOException {
        String documented = Files.readString(Template.ROOT.resolve("docs").resolve("SETTINGS.md"));
        Set<String> undocumented = new TreeSet<>();
        for (String name : Template.defaults().environment("ReviewFunction").keySet()) {
            if (name.startsWith("USHER_") && !documented.contains("`" + name + "`")) {
                undocumented.add(name);
            }
        }
        assertThat(undocumented).isEmpty();
    }

    @Test
    void theJvmTakesItsOptions() throws IOException, InterruptedException {
        String options = Template.text(
                Template.defaults().environment("ReviewFunction").get("JAVA_TOOL_OPTIONS"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ")));
        command.add("-version");
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(new File("target/options.log")).start();
        assertThat(process.waitFor()).as(options).isZero();
    }

    private static Settings settings(Map<String, String> parameters) throws IOException {
        return Settings.fromEnvironment(Template.with(parameters).environment("ReviewFunction"));
    }
}
