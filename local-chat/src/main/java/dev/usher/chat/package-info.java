/**
 * Amazon IVS Chat on one's own machine: a server on one port that unmodified clients take for the service, for tests
 * and for trying a review handler.
 *
 * <p>Knows a handler by its bytes only: no module of Usher's.
 *
 * <pre>{@code
 * try (LocalChat chat = LocalChat.builder().handler(event -> review(event)).start()) {
 *     IvschatClient client = IvschatClient.builder().endpointOverride(chat.endpoint()).build();
 * }
 * }</pre>
 */
@NullMarked
package dev.usher.chat;

import org.jspecify.annotations.NullMarked;
