// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChatBuilder;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.InvokeEndpoint;
import dev.usher.chat.invoke.Invoker;
import dev.usher.config.RulesException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a local chat, ready to be called. Thread-safe; close it to end them. */
final class ChatFunctions implements AutoCloseable {
    private static final String HANDLER_ARN = "arn:aws:lambda:us-west-2:123456789012:function:review";

    private final RulesInForce rules;
    private final @Nullable RulesFileWatch watch;
    private final FunctionOptions options;
    private final Map<String, Invoker> mapped = new LinkedHashMap<>();
    private final Invoker inProcess;

    private ChatFunctions(RulesInForce rules, @Nullable RulesFileWatch watch, FunctionOptions options) {
        this.rules = rules;
        this.watch = watch;
        this.options = options;
        this.inProcess = new InProcessInvoker(rules);
    }

    static ChatFunctions start(FunctionOptions options, PrintStream err) throws IOException, RulesException {
        Map<String, FunctionSource> sources = options.sources();
        if (options.onlyMapped() && sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only-mapped: no function is mapped; give one with --function");
        }
        RulesInForce rules = RulesInForce.of(options.rules(), options.defaults());
        Thread.ofVirtual().start(rules::warmUp);
        ChatFunctions functions = new ChatFunctions(rules,
                options.rules() == null ? null : RulesFileWatch.start(rules, options.rules(), err), options);
        sources.forEach((arn, source) -> functions.mapped.put(arn, functions.invoker(source)));
        return functions;
    }

    private Invoker invoker(FunctionSource source) {
        return switch (source) {
            case FunctionSource.InProcess here -> inProcess;
            case FunctionSource.Endpoint endpoint -> new InvokeEndpoint(endpoint.address());
            case FunctionSource.Artifact artifact -> throw new IllegalArgumentException("processes");
        };
    }

    void apply(LocalChatBuilder chat) {
        mapped.forEach(chat::function);
        chat.reviewFunction(handlerArn());
        if (options.onlyMapped()) {
            chat.onlyKnownFunctions();
        } else {
            chat.otherFunctions(inProcess);
        }
        chat.explainer(rules).rulesDesk(rules);
    }

    /** The function for new rooms. */
    String handlerArn() {
        List<String> arns = new ArrayList<>(mapped.keySet());
        return !options.onlyMapped() ? HANDLER_ARN
                : arns.get(0).startsWith("arn:") ? arns.get(0)
                        : HANDLER_ARN.substring(0, HANDLER_ARN.lastIndexOf(':') + 1) + arns.get(0);
    }

    /** One line on who reviews. */
    @Override
    public String toString() {
        return options.rules() == null ? "by the rules that ship"
                : "by " + options.rules() + ", read again when it changes";
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
