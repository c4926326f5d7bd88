// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

/** A function's entry at the level of bytes, so that its JSON is really read and written. Thread-safe. */
@FunctionalInterface
public interface InProcessFunction {
    /** Takes the event and gives the answer. */
    byte[] handle(byte[] event) throws Exception;
}
