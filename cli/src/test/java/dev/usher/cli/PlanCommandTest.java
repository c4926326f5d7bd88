// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlanCommandTest {
    @TempDir private Path folder;

    @Test
    void theCheapestSettingIsToldWithItsBill() {
        Run run = Run.of("", "plan", "--rate", "20", "--rooms", "2", "--shape", "raid", "--span", "100",
                "--target", "0.01");
        assertThat(run.out())
                .startsWith(
                        "20 messages a second in 2 rooms, a raid of 10 times as many from 20 s to 60 s; 100 s")
                .contains("\n> ", "ProvisionedConcurrency=", "within 0.010 %", "In the raid: ", "A month: $");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aSettingThatMissesTheTargetIsAnExitCodeOfOne() {
        Run run = Run.of("", "plan", "--rate", "20", "--span", "20", "--target", "0", "--provisioned", "0");
        assertThat(run.out()).contains("more than 0 %");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
    }

    @Test
    void aQuotaThatIsUsedUpIsNamed() {
        Run run = Run.of("", "plan", "--rate", "500", "--span", "20", "--concurrency-limit", "40",
                "--provisioned", "40");
        assertThat(run.out()).contains(
                "its quotas are 40 environments, 400 requests a second whatever they last, and 100 new");
    }

    @Test
    void thePictureIsWellFormed() throws Exception {
        Path picture = folder.resolve("plan.svg");
        Run.of("", "plan", "--rate", "20", "--shape", "bursty", "--span", "60", "--target", "0.01", "--svg",
                picture.toString());
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile())
                .getElementsByTagName("path").getLength()).isGreaterThan(4);
        assertThat(Files.readString(picture)).contains("fallbacks", "ProvisionedConcurrency=");
    }

    @Test
    void aPictureThatCannotBeWrittenIsSaid() throws IOException {
        Path none = folder.resolve("missing/plan.svg");
        Run run = Run.of("", "plan", "--rate", "1", "--span", "10", "--svg", none.toString());
        assertThat(run.err()).contains("--svg: cannot write " + none);
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aSpanOfTooManyMessagesIsSaid() {
        assertThat(Run.of("", "plan", "--rate", "1000", "--span", "604800").err())
                .contains("--span: 604,800,000 messages would take hours; play 100,000 s at most");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--rooms=0           | --rooms: expected 1 to 100,000, found 0",
        "--factor=NaN        | --factor: expected 1 to 10,000, found NaN",
        "--room-limit=200    | --room-limit: expected 1 to 100, found 200",
        "--provisioned=2000  | --provisioned: expected 0 to 1,000, found 2,000",
        "--handler=3ms/1ms   | expected a median and a p99 that is no less, such as 450ms/900ms, found \"3ms/1ms\"",
        "--cold-start=fast   | expected a median and a p99 that is no less",
        "--span=604801       | --span: expected 1 to 604,800, found 604,801"})
    void whatCannotBePlayedIsSaid(String option, String problem) {
        Run run = Run.of("", "plan", option);
        assertThat(run.err()).contains(problem);
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
    }
}
