// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.invoke.FunctionArn;
import dev.usher.chat.invoke.Functions;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Percent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lambda's Invoke operation on the functions of this chat, so that {@code aws lambda invoke --endpoint-url} works on
 * them: {@code POST /2015-03-31/functions/NAME/invocations}. Here the function has its own time, not the room's 200 ms.
 */
final class InvokeDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(InvokeDoor.class);
    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]{1,500})/invocations");
    private static final int PAYLOAD = 6 * 1024 * 1024;
    private final Functions functions;
    private final String arnPrefix;
    private final Duration limit;
    private final Executor executor;

    /** Takes {@code arn:aws:lambda:REGION:ACCOUNT:function:} for functions that are called by bare name. */
    InvokeDoor(Functions functions, String arnPrefix, Duration limit, Executor executor) {
        this.functions = functions;
        this.arnPrefix = arnPrefix;
        this.limit = limit;
        this.executor = executor;
    }

    @Override
    public boolean isFor(Request request) {
        return request.getHttpURI().getPath().startsWith("/2015-03-31/");
    }

    @Override
    public void enter(Request request, Response response, Callback callback) {
        Bodies.read(request, response, callback, PAYLOAD, executor,
                body -> answer(request, response, callback, body));
    }

    private void answer(Request request, Response response, Callback callback, byte[] body)
            throws InterruptedException {
        Matcher path = PATH.matcher(request.getHttpURI().getPath());
        Optional<String> name = path.matches() && "POST".equals(request.getMethod())
                ? Percent.decode(path.group(1))
                : Optional.empty();
        Optional<Invoker> invoker = name.flatMap(functions::find);
        if (invoker.isEmpty()) {
            error(response, callback, HttpStatus.NOT_FOUND_404, "ResourceNotFoundException",
                    "Function not found: " + name.orElse(request.getHttpURI().getPath()));
            return;
        }
        byte[] payload = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
        String arn = name.get().startsWith("arn:") ? name.get() : arnPrefix + name.get();
        switch (String.valueOf(request.getHeaders().get("X-Amz-Invocation-Type"))) {
            case "DryRun" -> Answers.empty(response, HttpStatus.NO_CONTENT_204, callback);
            case "Event" -> {
                executor.execute(() -> runAndForget(invoker.get(), arn, payload));
                Answers.empty(response, HttpStatus.ACCEPTED_202, callback);
            }
            default -> answer(response, callback, invoker.get().invoke(arn, payload, limit));
        }
    }

    private void answer(Response response, Callback callback, Invocation invocation) {
        response.getHeaders().put("X-Amz-Executed-Version", "$LATEST");
        switch (invocation) {
            case Invocation.Answered answered -> payload(response, answered.payload(), callback);
            case Invocation.FunctionError error -> failed(response, error.payload(), callback);
            case Invocation.Crashed crashed -> failed(response,
                    report("Runtime.ExitError", "RequestId: Error: " + crashed.reason()), callback);
            case Invocation.TimedOut late -> failed(response, report("Sandbox.Timedout",
                    "Task timed out after " + limit.toMillis() / 1000.0 + " seconds"), callback);
            case Invocation.NotStarted none -> error(response, callback, HttpStatus.TOO_MANY_REQUESTS_429,
                    "TooManyRequestsException", none.reason());
        }
    }

    private void runAndForget(Invoker invoker, String arn, byte[] payload) {
        try {
            Invocation ended = invoker.invoke(arn, payload, limit);
            LOG.debug("asynchronous call of {} ended: {}", FunctionArn.of(arn).name(), ended.getClass());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void failed(Response response, byte[] payload, Callback callback) {
        response.getHeaders().put("X-Amz-Function-Error", "Unhandled");
        payload(response, payload, callback);
    }

    private static void payload(Response response, byte[] payload, Callback callback) {
        Answers.bytes(response, HttpStatus.OK_200, "application/json", payload, callback);
    }

    private static byte[] report(String type, String message) {
        return Json.bytes(Json.object().put("errorType", type).put("errorMessage", message));
    }

    private static void error(Response response, Callback callback, int status, String name, String message) {
        Answers.error(response, status, name,
                Json.object().put("Type", "User").put("Message", message).put("message", message), callback);
    }
}
