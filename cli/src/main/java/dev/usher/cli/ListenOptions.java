// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChatBuilder;
import java.net.BindException;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the local chat listens, and to whom. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ListenOptions {
    static final int PORT = 8787;

    // @formatter:off
    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "the address to listen on; ${DEFAULT-VALUE} if not given. On any other, others can use the"
                    + " chat too: nobody's signature is checked")
    private String host;
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "" + PORT,
            description = "the port to listen on; 0 takes any that is free; ${DEFAULT-VALUE} if not given")
    private int port;
    @Option(names = "--cors", paramLabel = "ORIGIN",
            description = "lets web pages of this origin call the control plane, such as http://localhost:3000; * lets"
                    + " all; may be repeated")
    private List<String> origins = List.of();
    // @formatter:on

    void apply(LocalChatBuilder chat) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port: expected 0 to 65535, found " + port);
        }
        chat.host(host).port(port);
        origins.forEach(chat::allowOrigin);
    }

    /** Why the port could not be opened, and what to do. */
    String refusal(BindException taken) {
        return String.valueOf(taken.getMessage()).contains("Address already in use")
                ? "port " + port + " of " + host
                        + " is taken: stop what listens there, or take another with --port,"
                        + " such as --port 0 for any that is free"
                : "cannot listen on " + host + ", port " + port + ": " + taken.getMessage();
    }
}
