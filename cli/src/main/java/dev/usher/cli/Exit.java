// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

/** The exit codes, which --help tells. */
final class Exit {
    /** Everything was answered. */
    static final int OK = 0;
    /** Something was not; the rest was. */
    static final int SOME_BAD = 1;
    /** Something was found. */
    static final int FOUND = 1;
    /** The command line, or a file that it names, cannot be used. */
    static final int USAGE = 2;
    /** The function could not be made. */
    static final int INIT_FAILED = 3;
    /** The function's process ended. */
    static final int CRASHED = 4;
    /** The function did not answer in its own time-out. */
    static final int TIMED_OUT = 5;

    private Exit() {}
}
