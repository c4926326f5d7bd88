// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.PrintStream;
import java.util.List;

/** Rows in columns as wide as they must be. Immutable. */
record Table(List<String> head, List<List<String>> rows) {
    private static final String GAP = "  ";

    void print(PrintStream out) {
        int[] widths = new int[head.size()];
        widen(widths, head);
        for (List<String> row : rows) {
            widen(widths, row);
        }
        out.println(line(widths, head));
        for (List<String> row : rows) {
            out.println(line(widths, row));
        }
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private static String line(int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
