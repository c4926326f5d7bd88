// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.concurrent.locks.LockSupport;

/** A frame that is to be sent to a whole room, and the thread that waits until somebody has sent it. Thread-safe. */
final class Announcement {
    private final String frame;
    private final Thread author = Thread.currentThread();
    private volatile boolean sent;

    Announcement(String frame) {
        this.frame = frame;
    }

    String frame() {
        return frame;
    }

    /** Tries, and waits to be told of a better moment, until it is sent; for the thread that made this. */
    void await(Runnable attempt) {
        boolean interrupted = false;
        attempt.run();
        while (!sent) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted(); // it is sent all the same
            if (!sent) {
                attempt.run();
            }
        }
        if (interrupted) {
            author.interrupt();
        }
    }

    void tryAgain() {
        LockSupport.unpark(author);
    }

    void sent() {
        sent = true;
        LockSupport.unpark(author);
    }
}
