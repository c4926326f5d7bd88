// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.page.PageFile;
import dev.usher.chat.page.Playground;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The playground at {@code /} and what it needs under {@code /-/}.
 *
 * <p>Its calls must carry the secret of the page that this server gave out, which a page of another origin cannot read:
 * the page is given to requests for a name of this machine only, and may be in no frame.
 */
final class PageDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(PageDoor.class);
    private static final String CALLS = "/-/call/";
    private static final String FILES = "/-/";
    private static final int BODY = 1024 * 1024;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self' ws:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private final Playground page;
    private final Origins origins;
    private final Executor executor;

    PageDoor(Playground page, Origins origins, Executor executor) {
        this.page = page;
        this.origins = origins;
        this.executor = executor;
    }

    @Override
    public boolean isFor(Request request) {
        String path = request.getHttpURI().getPath();
        return path.startsWith(FILES) || (path.equals("/") && "GET".equals(request.getMethod()));
    }

    @Override
    public void enter(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!origins.isAskedByName(request)) {
            error(response, callback, HttpStatus.FORBIDDEN_403, "AccessDeniedException",
                    "The page is only for this machine: ask for it by localhost");
        } else if (!path.startsWith(CALLS)) {
            file(path, response, callback);
        } else if (!"POST".equals(request.getMethod())
                || !page.isOurPage(request.getHeaders().get("X-Usher-Page"))) {
            error(response, callback, HttpStatus.FORBIDDEN_403, "AccessDeniedException",
                    "This is for the page alone; load it again");
        } else {
            Bodies.read(request, response, callback, BODY, executor,
                    body -> call(path.substring(CALLS.length()), body, response, callback));
        }
    }

    private void file(String path, Response response, Callback callback) {
        Optional<PageFile> file = path.equals("/") ? Optional.of(page.index())
                : page.file(path.substring(FILES.length()));
        if (file.isEmpty()) {
            error(response, callback, HttpStatus.NOT_FOUND_404, "ResourceNotFoundException",
                    "There is no such file");
            return;
        }
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("Cache-Control", "no-store");
        Answers.bytes(response, HttpStatus.OK_200, file.get().type(), file.get().content(), callback);
    }

    private void call(String name, byte[] body, Response response, Callback callback) {
        try {
            Optional<ObjectNode> input = Json.readObject(body);
            Optional<ObjectNode> answer = page.call(name, input.orElseGet(Json::object));
            if (answer.isPresent()) {
                Answers.json(response, HttpStatus.OK_200, answer.get(), callback);
            } else {
                error(response, callback, HttpStatus.NOT_FOUND_404, "ResourceNotFoundException",
                        "There is no such thing, or no longer");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            callback.failed(closing);
        } catch (UnsupportedOperationException cannot) {
            error(response, callback, HttpStatus.CONFLICT_409, "ConflictException",
                    String.valueOf(cannot.getMessage()));
        } catch (Exception broken) {
            LOG.warn("the page's call {} failed", name, broken);
            error(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "InternalServerException",
                    String.valueOf(broken.getMessage()));
        }
    }

    private static void error(Response response, Callback callback, int status, String name, String message) {
        Answers.error(response, status, name, Json.object().put("message", message), callback);
    }
}
