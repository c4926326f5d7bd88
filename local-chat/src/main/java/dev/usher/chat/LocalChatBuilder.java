// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import dev.usher.chat.archive.Archive;
import dev.usher.chat.archive.FileArchive;
import dev.usher.chat.invoke.Functions;
import dev.usher.chat.invoke.InProcessFunction;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.page.Explainer;
import dev.usher.chat.page.Playground;
import dev.usher.chat.page.RulesDesk;
import dev.usher.chat.service.Settings;
import dev.usher.chat.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a {@link LocalChat} is to be like. One thread at a time. */
public final class LocalChatBuilder {
    private final Map<String, Invoker> functions = new HashMap<>();
    private final Set<String> origins = new HashSet<>();
    private @Nullable Invoker other;
    private @Nullable Explainer explainer;
    private @Nullable RulesDesk rulesDesk;
    private String host = "127.0.0.1";
    private int port;
    private String region = "us-west-2";
    private String accountId = "123456789012";
    private @Nullable String reviewFunction;
    private Predicate<String> permission = functionArn -> true;
    private InstantSource clock = InstantSource.system();
    private LongSupplier ticker = System::nanoTime;
    private Duration reviewLimit = Duration.ofMillis(200);
    private Duration functionTimeout = Duration.ofSeconds(3);
    private Duration tokenValidity = Duration.ofMinutes(1);
    private @Nullable Path data;
    private boolean quotas;
    private boolean messagingQuotas = true;

    LocalChatBuilder() {}

    /** Every function that is not mapped is this one, in this process. */
    public LocalChatBuilder handler(InProcessFunction handler) {
        return otherFunctions(new InProcessInvoker(handler));
    }

    /** Every function that is not mapped is called in this way. */
    public LocalChatBuilder otherFunctions(Invoker invoker) {
        this.other = invoker;
        return this;
    }

    /** The function of this ARN or bare name is called in this way. */
    public LocalChatBuilder function(String arnOrName, Invoker invoker) {
        functions.put(arnOrName, invoker);
        return this;
    }

    /** Listens on this address instead of 127.0.0.1; on any other, others can use the chat too. */
    public LocalChatBuilder host(String address) {
        this.host = address;
        return this;
    }

    /** Listens on this port; 0, the default, takes any that is free. */
    public LocalChatBuilder port(int number) {
        this.port = number;
        return this;
    }

    /** The Region of rooms that are made by requests without a signature. */
    public LocalChatBuilder region(String name) {
        this.region = name;
        return this;
    }

    /** The account in new ARNs. */
    public LocalChatBuilder accountId(String twelveDigits) {
        this.accountId = twelveDigits;
        return this;
    }

    /** Tells the time by another clock. Tokens whose end is near make the official client reconnect in a loop. */
    public LocalChatBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** Counts rates by another ticker of nanoseconds. */
    public LocalChatBuilder ticker(LongSupplier nanoseconds) {
        this.ticker = nanoseconds;
        return this;
    }

    /** How long a review may take: the service's 200 ms, unless one debugs. */
    public LocalChatBuilder reviewLimit(Duration limit) {
        this.reviewLimit = limit;
        return this;
    }

    /** How long a function may take that is called by Lambda's Invoke operation. */
    public LocalChatBuilder functionTimeout(Duration limit) {
        this.functionTimeout = limit;
        return this;
    }

    /** How long a token can be used to connect: a minute. */
    public LocalChatBuilder tokenValidity(Duration validity) {
        this.tokenValidity = validity;
        return this;
    }

    /** Whether calls of the control plane are throttled as the service's are; they are not, by default. */
    public LocalChatBuilder quotas(boolean on) {
        this.quotas = on;
        return this;
    }

    /** Whether a connection may send ten requests a second and no more; it may not, by default. */
    public LocalChatBuilder messagingQuotas(boolean on) {
        this.messagingQuotas = on;
        return this;
    }

    /** Keeps rooms, tags and the conversation in this directory, over restarts; in memory alone by default. */
    public LocalChatBuilder data(Path directory) {
        this.data = directory;
        return this;
    }

    /** Lets pages of this origin call, such as {@code http://localhost:3000}; {@code *} lets all. */
    public LocalChatBuilder allowOrigin(String origin) {
        origins.add(origin);
        return this;
    }

    /** The function that the page gives to new rooms: {@code review} of this account, unless told otherwise. */
    public LocalChatBuilder reviewFunction(String arn) {
        this.reviewFunction = arn;
        return this;
    }

    /**
     * Whether the service may call the function of an ARN: asked by CreateRoom and UpdateRoom, which fail as the
     * service's do where it may not. Without this nothing is checked.
     */
    public LocalChatBuilder permission(Predicate<String> functionArn) {
        this.permission = functionArn;
        return this;
    }

    /** CreateRoom and UpdateRoom take only functions that are mapped here. */
    public LocalChatBuilder onlyKnownFunctions() {
        return permission(arn -> new Functions(functions, other).find(arn).isPresent());
    }

    /** Lets the page show how the handler came to a verdict. */
    public LocalChatBuilder explainer(Explainer how) {
        this.explainer = how;
        return this;
    }

    /** Lets the page show and change the handler's rules. */
    public LocalChatBuilder rulesDesk(RulesDesk desk) {
        this.rulesDesk = desk;
        return this;
    }

    /**
     * Opens the port.
     *
     * @throws IOException where the port is taken or the data cannot be used
     */
    public LocalChat start() throws IOException {
        Settings settings = new Settings(region, accountId, clock, ticker, reviewLimit,
                tokenValidity,
                quotas, messagingQuotas, permission);
        String arnPrefix = "arn:aws:lambda:" + region + ":" + accountId + ":function:";
        return new LocalChat(settings, new WebServer.Binding(host, port, origins, arnPrefix, functionTimeout),
                new Functions(functions, other),
                new Playground.Hooks(explainer, rulesDesk,
                        reviewFunction == null ? arnPrefix + "review" : reviewFunction),
                data == null ? Archive.none() : FileArchive.in(data));
    }
}
