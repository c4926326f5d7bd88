// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files of the page, from the jar. Immutable. */
final class PageFiles {
    private static final Map<String, String> TYPES = Map.of("index.html", "text/html; charset=utf-8",
            "page.css",
            "text/css; charset=utf-8", "page.js", "text/javascript; charset=utf-8", "chat.js",
            "text/javascript; charset=utf-8", "verdict.js", "text/javascript; charset=utf-8", "desk.js",
            "text/javascript; charset=utf-8", "usher.svg", "image/svg+xml");
    private final String secret;

    /** Takes what the page has to prove itself with in its calls. */
    PageFiles(String secret) {
        this.secret = secret;
    }

    /** The page itself. */
    PageFile index() {
        String html = new String(read("index.html"), StandardCharsets.UTF_8);
        return new PageFile("text/html; charset=utf-8",
                html.replace("{{secret}}", secret).getBytes(StandardCharsets.UTF_8));
    }

    Optional<PageFile> find(String name) {
        String type = TYPES.get(name);
        return type == null || name.equals("index.html") ? Optional.empty()
                : Optional.of(new PageFile(type, read(name)));
    }

    private static byte[] read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
