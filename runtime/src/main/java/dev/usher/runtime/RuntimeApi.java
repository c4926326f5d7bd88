// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The Runtime API of Lambda, version 2018-06-01. One thread at a time. */
final class RuntimeApi {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Connection connection;

    RuntimeApi(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the next event, however long.
     *
     * @throws IOException where there will be none: the process can only end then
     */
    Invocation next() throws IOException {
        Reply reply = connection.exchange("GET", ROOT + "invocation/next", "", null);
        String id = reply.header("lambda-runtime-aws-request-id");
        if (reply.status() != OK || id == null) {
            throw new IOException("the Runtime API gives no event: status " + reply.status());
        }
        String deadline = reply.header("lambda-runtime-deadline-ms");
        String arn = reply.header("lambda-runtime-invoked-function-arn");
        return new Invocation(id, reply.body(), deadline == null ? Long.MAX_VALUE : Long.parseLong(deadline),
                arn == null ? "" : arn, reply.header("lambda-runtime-trace-id"));
    }

    /** Sends the answer. A refusal, such as of one that is too large, is Lambda's to tell; the next event may come. */
    void response(String id, ByteArrayOutputStream response) throws IOException {
        post("invocation/" + id + "/response", "", response.toByteArray());
    }

    void error(String id, Throwable failed) throws IOException {
        post("invocation/" + id + "/error", type(failed), ErrorJson.of(failed));
    }

    void initError(Throwable failed) throws IOException {
        post("init/error", type(failed), ErrorJson.of(failed));
    }

    private static String type(Throwable failed) {
        return "Lambda-Runtime-Function-Error-Type: " + failed.getClass().getName() + "\r\n";
    }

    private void post(String path, String header, byte[] body) throws IOException {
        Reply reply = connection.exchange("POST", ROOT + path, header, body);
        if (reply.status() >= SERVER_ERROR) {
            throw new IOException("the Runtime API has failed: status " + reply.status() + " to " + path);
        } else if (reply.status() >= OK + 100) {
            System.err.println("the Runtime API refuses " + path + ": status " + reply.status());
        }
    }
}
