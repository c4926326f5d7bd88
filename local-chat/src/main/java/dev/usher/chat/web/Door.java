// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One of the things behind the port. Thread-safe. */
interface Door {
    /** Whether the request is for this one. */
    boolean isFor(Request request);

    /** Answers it, now or later; the callback must be completed in any case. */
    void enter(Request request, Response response, Callback callback) throws Exception;
}
