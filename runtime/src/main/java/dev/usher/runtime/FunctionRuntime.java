// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the function and hands it one event after the other, for as long as the environment lives.
 *
 * <p>An exception of the function is that event's error; a failure of the machine, such as no memory, is too, and ends
 * the process, so that Lambda replaces it. A function that cannot be made is an init error and ends it as well.
 */
public final class FunctionRuntime {
    private static final String TRACE = "com.amazonaws.xray.traceHeader";

    private final RuntimeApi api;
    private final RequestStreamHandler function;
    private final GracefulStop stop;

    private FunctionRuntime(RuntimeApi api, RequestStreamHandler function, GracefulStop stop) {
        this.api = api;
        this.function = function;
        this.stop = stop;
    }

    /** The function is the first argument, or the variable {@code _HANDLER}. */
    public static void main(String[] arguments) throws IOException {
        String address = System.getenv("AWS_LAMBDA_RUNTIME_API");
        String handler = arguments.length > 0 ? arguments[0] : System.getenv("_HANDLER");
        if (address == null || handler == null) {
            System.err.println("Lambda sets AWS_LAMBDA_RUNTIME_API and _HANDLER; one is missing");
            System.exit(2);
            return;
        }
        RuntimeApi api = new RuntimeApi(new Connection(address));
        RequestStreamHandler function;
        try {
            ArchiveId.check(System.getProperty(ArchiveId.PROPERTY), System.getProperty("java.class.path"));
            function = HandlerName.parse(handler).make();
        } catch (Throwable failed) { // whatever it is, Lambda shall hear of it
            System.err.println(ErrorJson.line(failed));
            api.initError(failed);
            System.exit(1);
            return;
        }
        GracefulStop stop = new GracefulStop();
        Runtime.getRuntime().addShutdownHook(stop);
        new FunctionRuntime(api, function, stop).run();
    }

    private void run() throws IOException {
        prime();
        while (true) {
            Invocation invocation = api.next();
            stop.begin();
            Throwable failed = review(invocation);
            stop.end();
            if (failed instanceof VirtualMachineError) {
                System.exit(1);
            }
        }
    }

    /** Reads a made-up reply, so that the first real event does not wait for its classes. */
    private static void prime() {
        Reply reply = new Reply(200, "lambda-runtime-deadline-ms: 1\r\n", new byte[0]);
        String deadline = reply.header("lambda-runtime-deadline-ms");
        Invocation invocation = new Invocation("", reply.body(),
                deadline == null ? 0 : Long.parseLong(deadline), "",
                reply.header("lambda-runtime-trace-id"));
        int left = invocation.context().getRemainingTimeInMillis();
        traceIs(left > 0 ? null : invocation.traceId());
    }

    /** What the function threw, which Lambda has been told; null where it answered. */
    private @Nullable Throwable review(Invocation invocation) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream(512);
        traceIs(invocation.traceId());
        try {
            function.handleRequest(new ByteArrayInputStream(invocation.event()), response,
                    invocation.context());
        } catch (Throwable failed) { // the function's, whatever it is
            System.err.println(ErrorJson.line(failed));
            api.error(invocation.id(), failed);
            return failed;
        }
        api.response(invocation.id(), response);
        return null;
    }

    /** Where AWS's own client puts it, and its tracing library looks. */
    private static void traceIs(@Nullable String id) {
        if (id == null) {
            System.clearProperty(TRACE);
        } else {
            System.setProperty(TRACE, id);
        }
    }
}
