// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

/** One file of the page. Immutable, as long as nobody writes into the bytes. */
@SuppressWarnings("ArrayRecordComponent")
public record PageFile(String type, byte[] content) {}
