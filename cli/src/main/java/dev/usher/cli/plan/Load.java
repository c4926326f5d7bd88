// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * What is written in the rooms.
 *
 * @param shape of all rooms together
 * @param rooms each message goes to one of them, all alike
 * @param roomLimit the messages a second that one room takes; what is more never comes to the function
 */
public record Load(Shape shape, int rooms, double roomLimit) {}
