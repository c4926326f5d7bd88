/**
 * The command {@code usher}: reviews messages, checks rules files, and runs the deployable function on this machine.
 * A class for each subcommand, and beside it what it reads and prints.
 *
 * <p>Knows every other module; no other module knows this one.
 *
 * <pre>{@code
 * ./usher review --explain events/*.event.json
 * }</pre>
 */
@NullMarked
package dev.usher.cli;

import org.jspecify.annotations.NullMarked;
