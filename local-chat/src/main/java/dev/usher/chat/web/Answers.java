// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writing whole answers. */
final class Answers {
    private Answers() {}

    static void json(Response response, int status, ObjectNode body, Callback callback) {
        bytes(response, status, "application/json", Json.bytes(body), callback);
    }

    static void bytes(Response response, int status, String type, byte[] body, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    static void empty(Response response, int status, Callback callback) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    /** An error in both of the ways that clients look for its name. */
    static void error(Response response, int status, String name, ObjectNode members, Callback callback) {
        response.getHeaders().put("x-amzn-ErrorType", name);
        members.put("__type", name);
        json(response, status, members, callback);
    }

    /** Every answer has an id, which the SDKs show. */
    static void nameRequest(Response response) {
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    }
}
