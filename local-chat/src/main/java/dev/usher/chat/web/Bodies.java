// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading whole bodies, none longer than allowed, without keeping a thread of the server's. */
final class Bodies {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private Bodies() {}

    /** What to do with a body. */
    interface Reader {
        void read(byte[] body) throws Exception;
    }

    /** Reads the body and hands it on, on the given executor; whatever goes wrong is answered. */
    static void read(Request request, Response response, Callback callback, int limit, Executor executor,
            Reader reader) {
        if (request.getLength() > limit) {
            tooLarge(request, response, callback);
            return;
        }
        Content.Source.asByteArrayAsync(request, limit, Promise.Invocable.from(InvocationType.NON_BLOCKING,
                body -> executor.execute(() -> handOn(request, response, callback, reader, body)),
                failure -> tooLarge(request, response, callback)));
    }

    private static void handOn(Request request, Response response, Callback callback, Reader reader,
            byte[] body) {
        try {
            reader.read(body);
        } catch (Exception broken) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), broken);
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500,
                    "Internal error; its stack is in the log");
        }
    }

    private static void tooLarge(Request request, Response response, Callback callback) {
        Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413,
                "The body of the request is too large or cut short");
    }
}
