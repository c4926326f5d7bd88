// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** A function's logger: the standard output, which Lambda keeps as its log. Thread-safe. */
final class StandardOutput implements LambdaLogger {
    @Override
    public void log(String message) {
        System.out.print(message);
        System.out.flush();
    }

    @Override
    public void log(byte[] message) {
        System.out.write(message, 0, message.length);
        System.out.flush();
    }
}
