/**
 * A local chat for JUnit tests: started before the first test of a class and closed after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalChatExtension CHAT = LocalChatExtension.of(LocalChat.builder().handler(event -> review(event)));
 *
 * @Test
 * void deniesSpam(LocalChat chat) { … }
 * }</pre>
 */
@NullMarked
package dev.usher.chat.junit;

import org.jspecify.annotations.NullMarked;
