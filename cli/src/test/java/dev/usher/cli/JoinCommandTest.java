// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
final class JoinCommandTest {
    private static LiveChat chat;

    @BeforeAll
    static void start() {
        chat = new LiveChat("--room", "demo");
    }

    @AfterAll
    static void end() throws Exception {
        chat.close();
    }

    private static Run join(String in, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("join", chat.roomArn(), "--endpoint",
                chat.endpoint().toString()));
        all.addAll(List.of(arguments));
        return Run.of(in, all.toArray(String[]::new));
    }

    @Test
    void aScriptOfManyLinesIsAnsweredLineByLineWithinTheRate() {
        Run run = join("one\ntwo\n\nthree\n".repeat(4), "--as", "bob");
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(12).allMatch(line -> line.matches("\\w{12}  bob: (one|two|three)"));
    }

    @Test
    void eventsOfTheRoomAreShown() {
        assertThat(
                join("/delete AbCdEf123456 off topic\n/kick eve\n/quit\nnever said\n", "--as", "bob").lines())
                .containsExactly("* message AbCdEf123456 was deleted: off topic", "* eve was disconnected");
    }

    @Test
    void whatTheTokenDoesNotAllowIsRefused() {
        assertThat(join("hello\n/kick eve\n", "--as", "bob", "--capability", "SEND_MESSAGE").lines())
                .anyMatch(line -> line.endsWith("bob: hello"))
                .anyMatch(line -> line.startsWith("! 403 ") && line.endsWith("<- /kick eve"));
    }

    @Test
    void framesAreShownAsTheyComeWhereThatIsAskedFor() {
        assertThat(join("hello\n", "--as", "bob", "--attribute", "role=host", "--json").lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"Type\":\"MESSAGE\"", "\"role\":\"host\""));
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(Run.of("", "join", "cellar", "--as", "bob", "--endpoint", chat.endpoint().toString()))
                .isEqualTo(new Run(Exit.USAGE, "", "no room is named cellar at " + chat.endpoint()
                        + ", but demo: start the chat with --room cellar, or make one on its page\n"));
        assertThat(Run.of("", "join", "demo", "--as", "bob", "--endpoint", "http://127.0.0.1:1").err())
                .isEqualTo("nobody answers at http://127.0.0.1:1: start it with ./usher chat\n");
        assertThat(Run.of("", "join", "demo", "--as", "bob", "--endpoint", "us-west-2").err())
                .contains("--endpoint: expected the http:// address");
        assertThat(join("", "--as", "bob", "--capability", "FLY").err())
                .startsWith("CreateChatToken was refused: Request member: capabilities[0]");
        assertThat(Run.of("", "join", "demo").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void anEditIsToldWithWhatWasWritten() throws Exception {
        String frame = "{\"Type\":\"MESSAGE\",\"Id\":\"AbCdEf123456\",\"RequestId\":\"r\",\"Content\":\"d***\","
                + "\"Sender\":{\"UserId\":\"ann\"}}";
        assertThat(ShownFrame.of(frame, Map.of("r", "darn")))
                .isEqualTo(new ShownFrame("r", "AbCdEf123456  ann: d***  (edited, you wrote: darn)"));
        assertThat(ShownFrame.of(frame, Map.of()).line()).isEqualTo("AbCdEf123456  ann: d***");
    }

    @ParameterizedTest
    @CsvSource({"'\u001b[2J', <U+001B>[2J", "'a\u202eb', a<U+202E>b",
        "caf\u00e9 \ud83d\ude00, caf\u00e9 \ud83d\ude00"})
    void nothingThatATerminalObeysIsShown(String text, String shown) {
        assertThat(ShownFrame.shown(text)).isEqualTo(shown);
    }
}
