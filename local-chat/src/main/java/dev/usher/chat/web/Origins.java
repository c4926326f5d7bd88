// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Which web pages may call: those of this server itself, and those that were allowed by name. Any page that a developer
 * visits could otherwise call what listens on the developer's machine. Immutable.
 *
 * <p>A page counts as ours by a name of this machine and not by the Host header, which a page of another origin chooses
 * once its name leads here (DNS rebinding).
 */
final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final Set<String> allowed;
    private final String host;

    /** Takes origins such as {@code http://localhost:3000}, or {@code *} for all; {@code host} is what is bound to. */
    Origins(Set<String> allowed, String host) {
        this.allowed = Set.copyOf(allowed);
        this.host = host;
    }

    /** Whether the request comes from no page or from one that may call. */
    boolean mayCall(Request request) {
        Optional<String> origin = originOf(request);
        return origin.isEmpty() || isOurs(request, origin.get()) || isAllowed(origin.get());
    }

    /** Whether the request's Host header names this machine. */
    boolean isAskedByName(Request request) {
        return isName(Request.getServerName(request), request);
    }

    /** Tells the browser so, where the page is of another origin. */
    void tell(Request request, Response response) {
        originOf(request).filter(this::isAllowed).ifPresent(origin -> {
            response.getHeaders().put("Access-Control-Allow-Origin", origin);
            response.getHeaders().put("Access-Control-Expose-Headers", "x-amzn-RequestId, x-amzn-ErrorType");
            response.getHeaders().put("Vary", "Origin");
        });
    }

    /** Answers the question that a browser asks before the call itself. */
    void preflight(Request request, Response response) {
        tell(request, response);
        response.getHeaders().put("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.getHeaders().put("Access-Control-Max-Age", "600");
        String wanted = request.getHeaders().get("Access-Control-Request-Headers");
        if (wanted != null) {
            response.getHeaders().put("Access-Control-Allow-Headers", wanted);
        }
    }

    private static Optional<String> originOf(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN));
    }

    private boolean isAllowed(String origin) {
        return allowed.contains("*") || allowed.contains(origin);
    }

    private boolean isOurs(Request request, String origin) {
        try {
            URI uri = new URI(origin);
            return "http".equals(uri.getScheme()) && uri.getHost() != null && isName(uri.getHost(), request)
                    && uri.getPort() == Request.getLocalPort(request);
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }

    /** A name of this machine, what was bound to, or the address that this very connection came in by. */
    private boolean isName(String name, Request request) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
        return LOOPBACK.contains(lower) || lower.equals(host.toLowerCase(Locale.ROOT))
                || bare.equals(Request.getLocalAddr(request));
    }
}
