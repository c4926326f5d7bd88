// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChat;
import dev.usher.chat.LocalChatBuilder;
import dev.usher.config.RulesException;
import dev.usher.infra.enforcement.PolicyException;
import dev.usher.json.JsonException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs Amazon IVS Chat on this machine. */
// @formatter:off
@Command(name = "chat", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Runs Amazon IVS Chat on this machine, with a page that shows every verdict.",
        description = {
            "%nOne port that AWS SDKs, the AWS CLI, boto3 and the official chat client take for the service: the"
                    + " control plane, the messaging API with message review, Lambda's Invoke operation, and a page."
                    + " Standard output says what to paste where. Ctrl-C ends it.",
            "%nMessages are reviewed by the shipped handler inside this process, unless --function says"
                    + " otherwise.%n"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was ended",
            "1:the rules file or the policy has faults",
            "2:the command line cannot be used, the port is taken, or the data cannot be opened"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ChatCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Mixin
    private ListenOptions listen;
    @Option(names = "--room", paramLabel = "NAME",
            description = "makes a room of this name at once, reviewed; may be repeated")
    private List<String> rooms = List.of();
    @Mixin
    private FunctionOptions functions;
    @Mixin
    private ProcessOptions processes;
    @Mixin
    private StateOptions state;
    @Mixin
    private EnforceOptions enforce;
    @Mixin
    private ServiceOptions service;
    // @formatter:on

    ChatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonException {
        LocalChatBuilder builder = LocalChat.builder();
        try (ChatFunctions reviewers = ChatFunctions.start(functions, processes, state,
                enforce.enforcement(console.err()), console)) {
            listen.apply(builder);
            service.apply(builder);
            reviewers.apply(builder);
            try (LocalChat chat = builder.start()) {
                reviewers.serve(chat);
                return run(chat, reviewers);
            }
        } catch (IllegalArgumentException | UnsupportedOperationException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        } catch (PolicyException faulty) {
            console.err().println("--enforce: the policy has faults\n" + faulty.getMessage());
            return Exit.SOME_BAD;
        } catch (RulesException faulty) {
            RulesSource.tell(faulty, functions.rules(), console.err());
            return Exit.SOME_BAD;
        } catch (IOException refused) {
            console.err().println(refused.getCause() instanceof BindException taken
                    ? listen.refusal(taken)
                    : "cannot start: " + refused.getMessage());
            return Exit.USAGE;
        }
    }

    private int run(LocalChat chat, ChatFunctions reviewers) throws JsonException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread end = new Thread(() -> {
            chat.close();
            reviewers.close();
        }, "usher-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            Map<String, String> arns = ChatRooms.open(chat, rooms, reviewers.handlerArn(),
                    functions.fallbackResult());
            new ChatNotice(chat, service.region(), arns, reviewers.toString())
                    .print(new PrintStream(console.out(), false, StandardCharsets.UTF_8));
            ended.await(); // for as long as nobody interrupts this thread or ends the process
            return Exit.OK;
        } catch (InterruptedException enough) {
            return Exit.OK;
        } finally {
            removeHook(end);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // then it is at work
        }
    }
}
