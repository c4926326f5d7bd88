// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Operation;
import dev.usher.chat.model.Routed;
import dev.usher.chat.model.ServiceFault;
import dev.usher.chat.model.ServiceFault.Reason;
import dev.usher.chat.model.ServiceModel;
import dev.usher.chat.service.ControlPlane;
import dev.usher.chat.service.Journal;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations of the control plane over HTTP. Signatures are not looked at, but for the Region that they name. */
final class ControlPlaneDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPlaneDoor.class);
    private static final int BODY = 256 * 1024;
    private static final Pattern CREDENTIAL_REGION = Pattern
            .compile("Credential=[^/, ]{1,200}/[0-9]{8}/([a-z0-9-]{1,30})/");
    private final ServiceModel model;
    private final ControlPlane controlPlane;
    private final Journal journal;
    private final Executor executor;

    ControlPlaneDoor(ServiceModel model, ControlPlane controlPlane, Journal journal, Executor executor) {
        this.model = model;
        this.controlPlane = controlPlane;
        this.journal = journal;
        this.executor = executor;
    }

    @Override
    public boolean isFor(Request request) {
        return true;
    }

    @Override
    public void enter(Request request, Response response, Callback callback) {
        Bodies.read(request, response, callback, BODY, executor,
                body -> answer(request, response, callback, body));
    }

    private void answer(Request request, Response response, Callback callback, byte[] body) {
        long start = System.nanoTime();
        // The raw path: decoded, an ARN's slash would be one more slash.
        Optional<Routed> routed = model.route(request.getMethod(), request.getHttpURI().getPath());
        String operation = routed.map(known -> known.operation().name())
                .orElse(request.getMethod() + " " + request.getHttpURI().getPath());
        try {
            Operation known = routed.map(Routed::operation)
                    .orElseThrow(() -> ServiceFault.invalid(Reason.UNKNOWN_OPERATION,
                            "There is no operation " + request.getMethod() + " "
                                    + request.getHttpURI().getPath()));
            controlPlane.admit(known);
            ObjectNode input = routed.get().input(body, request.getHttpURI().getQuery());
            ObjectNode output = controlPlane.call(known, input, region(request));
            tell(request, operation, known.status(), "", start);
            if (known.status() == HttpStatus.NO_CONTENT_204) {
                Answers.empty(response, known.status(), callback);
            } else {
                Answers.json(response, known.status(), output, callback);
            }
        } catch (ServiceFault fault) {
            refuse(request, response, callback, operation, fault, start);
        } catch (RuntimeException broken) {
            LOG.error("{} failed", operation, broken);
            refuse(request, response, callback, operation, ServiceFault.internal(), start);
        }
    }

    private void refuse(Request request, Response response, Callback callback, String operation,
            ServiceFault fault, long start) {
        int status = model.statusOf(fault);
        tell(request, operation, status, fault.name(), start);
        Answers.error(response, status, fault.name(), fault.members(), callback);
    }

    /** The Region that a new ARN gets: that of the signature's credential, where there is one. */
    private String region(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization != null) {
            Matcher region = CREDENTIAL_REGION.matcher(authorization);
            if (region.find()) {
                return region.group(1);
            }
        }
        return controlPlane.region();
    }

    /** For the page's log: there one sees a client that tries again. */
    private void tell(Request request, String operation, int status, String error, long start) {
        String attempt = request.getHeaders().get("amz-sdk-request");
        journal.tell(Json.object().put("type", "request").put("operation", operation)
                .put("client", cut(request.getHeaders().get(HttpHeader.USER_AGENT)))
                .put("attempt", cut(attempt)).put("status", status).put("error", error)
                .put("micros", (System.nanoTime() - start) / 1_000));
    }

    private static String cut(@Nullable String header) {
        String text = header == null ? "" : header;
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
