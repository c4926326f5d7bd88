// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

/**
 * One operation of the service. Immutable.
 *
 * @param path as in the model, such as {@code /CreateRoom} or {@code /tags/{resourceArn}}
 * @param status of a success
 * @param callsPerSecond the quota of an account in a Region
 */
public record Operation(String name, String method, String path, int status, Shape.Structure input,
        Shape.Structure output, int callsPerSecond) {
    /** The path up to its label; the whole path where it has none. */
    String stem() {
        int label = path.indexOf('{');
        return label < 0 ? path : path.substring(0, label);
    }

    boolean hasLabel() {
        return path.indexOf('{') >= 0;
    }
}
