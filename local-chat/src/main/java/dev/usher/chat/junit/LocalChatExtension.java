// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.junit;

import dev.usher.chat.LocalChat;
import dev.usher.chat.LocalChatBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a chat for the tests of one class, and gives it to those that ask for a {@link LocalChat}. */
public final class LocalChatExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private final LocalChatBuilder builder;
    private @Nullable LocalChat chat;

    private LocalChatExtension(LocalChatBuilder builder) {
        this.builder = builder;
    }

    /** Takes what the chat is to be like. For use with a static field and {@code @RegisterExtension}. */
    public static LocalChatExtension of(LocalChatBuilder builder) {
        return new LocalChatExtension(builder);
    }

    /** The chat that runs; not before the first test. */
    public LocalChat chat() {
        if (chat == null) {
            throw new IllegalStateException("the chat runs from before the first test until after the last");
        }
        return chat;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        chat = builder.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chat != null) {
            chat.close();
            chat = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalChat.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return chat();
    }
}
