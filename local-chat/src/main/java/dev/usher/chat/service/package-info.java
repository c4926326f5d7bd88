/**
 * The service itself: rooms, tokens, sessions, messages and their review, with the limits and the answers of the real
 * one. What the real one does where its documents are silent is decided here and written down in docs/LOCAL-CHAT.md.
 *
 * <p>Knows no HTTP and no WebSocket: a connection is a {@link dev.usher.chat.service.Peer}. Knows a function by its
 * bytes only.
 *
 * <pre>{@code
 * ChatService chat = new ChatService(settings, functions);
 * ObjectNode room = chat.controlPlane().call(createRoom, input, "us-west-2");
 * }</pre>
 */
@NullMarked
package dev.usher.chat.service;

import org.jspecify.annotations.NullMarked;
