// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.nio.charset.StandardCharsets;

/** A failure in the form that the Runtime API takes. Its message may quote an event, as the function chose to. */
final class ErrorJson {
    private static final int MOST_FRAMES = 40;
    private static final char FIRST_PLAIN = ' ';

    private ErrorJson() {}

    static byte[] of(Throwable failed) {
        StringBuilder json = new StringBuilder(512).append("{\"errorMessage\":");
        string(json, String.valueOf(failed.getMessage()));
        string(json.append(",\"errorType\":"), failed.getClass().getName());
        json.append(",\"stackTrace\":[");
        StackTraceElement[] frames = failed.getStackTrace();
        for (int i = 0; i < frames.length && i < MOST_FRAMES; i++) {
            string(json.append(i == 0 ? "" : ","), frames[i].toString());
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same for the log, which has no use for more than one line. */
    static String line(Throwable failed) {
        return new String(of(failed), StandardCharsets.UTF_8);
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PLAIN) {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16))
                        .append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
