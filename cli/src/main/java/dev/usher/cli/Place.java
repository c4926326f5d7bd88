// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

/** Where in an input something is wrong. */
final class Place {
    private static final String LINE = "line ";

    private Place() {}

    /**
     * The problem with its line in the input.
     *
     * @param problem may begin with the place in the value: {@code "line 2, column 7: ..."}, or with its path
     * @param first the line on which the value begins
     */
    static String of(long first, String problem) {
        int end = problem.indexOf(", column ");
        if (problem.startsWith(LINE) && end > 0) {
            try {
                long line = first - 1 + Long.parseLong(problem, LINE.length(), end, 10);
                return LINE + line + problem.substring(end);
            } catch (NumberFormatException somethingElse) {
                // then it says nothing about lines
            }
        }
        return LINE + first + ": " + (problem.startsWith("$: ") ? problem.substring(3) : problem);
    }
}
