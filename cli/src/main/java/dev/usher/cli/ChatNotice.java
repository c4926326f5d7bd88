// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChat;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;

/** What a local chat says when it is ready: what to paste where. */
final class ChatNotice {
    private final LocalChat chat;
    private final String region;
    private final Map<String, String> rooms;
    private final String reviews;

    /** Takes the rooms' ARNs by name, and one line on who reviews. */
    ChatNotice(LocalChat chat, String region, Map<String, String> rooms, String reviews) {
        this.chat = chat;
        this.region = region;
        this.rooms = rooms;
        this.reviews = reviews;
    }

    void print(PrintStream out) {
        URI http = chat.endpoint();
        out.println("Amazon IVS Chat, on this machine: " + http + "/");
        out.println();
        line(out, "page", http + "/");
        line(out, "Java SDK", ".endpointOverride(URI.create(\"" + http + "\"))");
        line(out, "AWS CLI", "aws ivschat list-rooms --region " + region + " --endpoint-url " + http);
        line(out, "boto3",
                "boto3.client('ivschat', region_name='" + region + "', endpoint_url='" + http + "')");
        line(out, "chat client",
                "new ChatRoom({ regionOrUrl: '" + chat.chatEndpoint() + "', tokenProvider })");
        line(out, "any of them",
                "export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local  (not looked at, but wanted)");
        line(out, "reviews", reviews);
        rooms.forEach((name, arn) -> {
            out.println();
            line(out, "room", name + "  " + arn);
            line(out, "a token",
                    "aws ivschat create-chat-token --region " + region + " --endpoint-url " + http
                            + " --room-identifier " + arn + " --user-id ann --capabilities SEND_MESSAGE");
            line(out, "chat", "./usher join " + name + " --as ann"
                    + (http.getPort() == ListenOptions.PORT ? "" : " --endpoint " + http));
        });
        out.println();
        out.flush();
    }

    private static void line(PrintStream out, String name, String text) {
        out.println("  " + (name + "            ").substring(0, 13) + text);
    }
}
