// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.model.Json;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Writes Jetty's own errors as the service would: one client takes an HTML page for a broken answer and throws a
 * SyntaxError at its user.
 */
final class JsonErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : response.getStatus();
        Object given = request.getAttribute(ERROR_MESSAGE);
        Answers.nameRequest(response);
        Answers.error(response, status, nameOf(status),
                Json.object().put("message", message(status, given == null ? null : given.toString()))
                        .put("reason", "OTHER"),
                callback);
        return true;
    }

    private static String message(int status, @Nullable String given) {
        return given == null ? String.valueOf(HttpStatus.getMessage(status)) : given;
    }

    private static String nameOf(int status) {
        if (status == HttpStatus.FORBIDDEN_403) {
            return "AccessDeniedException";
        }
        return HttpStatus.isServerError(status) ? "InternalServerException" : "ValidationException";
    }
}
