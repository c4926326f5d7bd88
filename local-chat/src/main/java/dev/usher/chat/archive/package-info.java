/**
 * What is to outlive the process: texts by kind and key, on disk before a call returns. The only package that knows the
 * store.
 *
 * <p>Knows no room and no message, and nothing of what it keeps.
 *
 * <pre>{@code
 * try (Archive archive = FileArchive.in(directory)) {
 *     archive.put("room", arn, json, 50_000);
 * }
 * }</pre>
 */
@NullMarked
package dev.usher.chat.archive;

import org.jspecify.annotations.NullMarked;
