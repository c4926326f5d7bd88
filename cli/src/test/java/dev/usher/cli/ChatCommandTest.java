// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
final class ChatCommandTest {
    private static final String DENY_LONG = "{\"version\":1,\"rules\":[{\"id\":\"a\",\"type\":\"length\","
            + "\"options\":{\"maximum\":%d,\"reason\":\"Too long.\"}}]}";

    @TempDir private Path folder;

    @Test
    void saysWhatToPasteAndReviewsByTheShippedRules() throws Exception {
        try (LiveChat chat = new LiveChat("--room", "demo")) {
            assertThat(chat.out()).contains(".endpointOverride(URI.create(\"" + chat.endpoint() + "\"))",
                    "aws ivschat list-rooms --region us-west-2 --endpoint-url " + chat.endpoint(),
                    "endpoint_url='" + chat.endpoint() + "'", "regionOrUrl: 'ws://127.0.0.1:",
                    "./usher join demo --as ann --endpoint " + chat.endpoint(), chat.roomArn());
            assertThat(chat.call("GetRoom", "{\"identifier\":\"" + chat.roomArn() + "\"}")).contains(
                    "\"uri\":\"arn:aws:lambda:us-west-2:123456789012:function:review\"",
                    "\"fallbackResult\":\"DENY\"");
            assertThat(chat.say("hello", "see http://evil.example", "//slash", "/nonsense"))
                    .contains("ann: hello",
                            "ann: /slash")
                    .anyMatch(line -> line.startsWith("! 406 Rejected by message review: Links"))
                    .anyMatch(line -> line.startsWith("! expected /delete ID")).hasSize(4);
            assertThat(chat.end()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("", "chat", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.exit()).isEqualTo(Exit.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("port " + taken.getLocalPort() + " of 127.0.0.1 is taken",
                    "--port 0");
        }
    }

    @Test
    void whatCannotBeUsedIsRefused() throws Exception {
        Path faulty = Files.writeString(folder.resolve("rules.json"), DENY_LONG.formatted(0));
        assertThat(Run.of("", "chat", "--rules", faulty.toString())).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
            assertThat(run.err()).contains(faulty + ": rules[0].options.maximum: expected", "1 fault");
        });
        assertThat(Run.of("", "chat", "--rules", "nowhere.json").exit()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("", "chat", "--port", "70000").err()).contains("--port: expected 0 to 65535");
        assertThat(Run.of("", "chat", "--function", "a=nowhere").err())
                .contains("--function a: expected in-process, the folder of an artifact",
                        "which is no folder");
        assertThat(Run.of("", "chat", "--provisioned", "1").err())
                .contains("--provisioned: no function is run as processes; give --artifact");
        assertThat(Run.of("", "chat", "--only-mapped").err())
                .contains("--only-mapped: no function is mapped");
        assertThat(Run
                .of("", "chat", "--artifact", folder.toString(), "--concurrency", "1", "--provisioned", "2")
                .err()).contains("--provisioned: expected 0 to the concurrency of 1, found 2");
        assertThat(Run.of("", "chat", "--host", "203.0.113.7", "--port", "0").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aRulesFileIsInForceAgainWhenItChangesUnlessItIsFaulty() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"), DENY_LONG.formatted(9));
        try (LiveChat chat = new LiveChat("--room", "demo", "--rules", rules.toString())) {
            assertThat(chat.say("short")).containsExactly("ann: short");
            Files.writeString(rules, DENY_LONG.formatted(0));
            assertThat(chat.errWith("stay in force")).contains("rules[0].options.maximum: expected");
            assertThat(chat.say("short")).containsExactly("ann: short");
            Files.writeString(rules, DENY_LONG.formatted(3));
            chat.errWith("is in force");
            assertThat(chat.say("short"))
                    .containsExactly("! 406 Rejected by message review: Too long.  <- short");
        }
    }

    @Test
    void roomsTakeOnlyMappedFunctionsWhereThatIsAskedFor() throws Exception {
        try (LiveChat chat = new LiveChat("--room", "demo", "--only-mapped", "--function",
                "mine=in-process")) {
            assertThat(chat.call("GetRoom", "{\"identifier\":\"" + chat.roomArn() + "\"}"))
                    .contains(":function:mine\"");
            assertThat(chat.call("CreateRoom", "{\"messageReviewHandler\":{\"uri\":"
                    + "\"arn:aws:lambda:us-west-2:123456789012:function:other\"}}"))
                    .contains("invalid lambda permission", "ValidationException");
            assertThat(chat.say("hello")).containsExactly("ann: hello");
        }
    }

    @Test
    void aFunctionCanBeBehindAnInvokeEndpoint() throws Exception {
        try (LiveChat behind = new LiveChat("--function", "review=in-process");
                LiveChat chat = new LiveChat("--room", "demo", "--review-limit", "5000", "--function",
                        "review=" + behind.endpoint())) {
            assertThat(chat.say("hello", "see http://evil.example")).contains("ann: hello")
                    .anyMatch(line -> line.startsWith("! 406"));
        }
    }

    @Test
    void dataOutlivesTheCommandAndARoomIsMadeOnce() throws Exception {
        String data = folder.resolve("data").toString();
        String arn;
        try (LiveChat chat = new LiveChat("--room", "demo", "--data", data)) {
            arn = chat.roomArn();
        }
        try (LiveChat chat = new LiveChat("--room", "demo", "--data", data)) {
            assertThat(chat.roomArn()).isEqualTo(arn);
            Run second = Run.of("", "chat", "--port", "0", "--data", data);
            assertThat(second.exit()).isEqualTo(Exit.USAGE);
            assertThat(second.err()).startsWith("cannot start: cannot open " + data);
        }
    }
}
