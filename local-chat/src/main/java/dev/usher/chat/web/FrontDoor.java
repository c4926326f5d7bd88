// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.model.Json;
import java.util.List;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads every request to the door it is for; the last door takes whatever no other takes. Thread-safe. */
final class FrontDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private final Origins origins;
    private final List<Door> doors;

    FrontDoor(Origins origins, List<Door> doors) {
        this.origins = origins;
        this.doors = List.copyOf(doors);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answers.nameRequest(response);
        try {
            Door door = doors.stream().filter(candidate -> candidate.isFor(request)).findFirst()
                    .orElseThrow();
            // A WebSocket is not under CORS, and its token says who may: pages of any origin may chat.
            if (!(door instanceof ChatDoor) && !origins.mayCall(request)) {
                Answers.error(response, HttpStatus.FORBIDDEN_403, "AccessDeniedException",
                        Json.object().put("message",
                                "Calls from pages of other origins are not allowed here"),
                        callback);
            } else if (HttpMethod.OPTIONS.is(request.getMethod())) {
                origins.preflight(request, response);
                Answers.empty(response, HttpStatus.NO_CONTENT_204, callback);
            } else {
                origins.tell(request, response);
                door.enter(request, response, callback);
            }
        } catch (Exception broken) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), broken);
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500,
                    "Internal error; its stack is in the log");
        }
        return true;
    }
}
