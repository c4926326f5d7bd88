// SPDX-License-Identifier: Apache-2.0
/**
 * A small strict JSON (RFC 8259) reader and writer, for the wire and the configuration: the one library that the
 * review path cannot afford to load (docs/adr/0002-own-json.md). Checked against Jackson by a differential fuzz test.
 *
 * <p>Knows nothing of chat.
 *
 * <pre>{@code
 * JsonCursor event = JsonCursor.root(JsonReader.read(bytes, JsonReader.Limits.DEFAULT));
 * String content = event.member("Content").string();   // or: Content: expected a string, found 5
 * }</pre>
 */
@NullMarked
package dev.usher.json;

import org.jspecify.annotations.NullMarked;
