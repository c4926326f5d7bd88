// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.Arrays;

/** The environments at work, the one that is free first on top: a binary heap without objects. One thread at a time. */
final class Busy {
    private double[] free = new double[64];
    private double[] born = new double[64];
    private int size;

    int size() {
        return size;
    }

    /** When the first is free; infinity where none is at work. */
    double next() {
        return size == 0 ? Double.POSITIVE_INFINITY : free[0];
    }

    void add(double freeAt, double bornAt) {
        if (size == free.length) {
            free = Arrays.copyOf(free, size * 2);
            born = Arrays.copyOf(born, size * 2);
        }
        int at = size++;
        while (at > 0 && free[(at - 1) / 2] > freeAt) {
            put(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        free[at] = freeAt;
        born[at] = bornAt;
    }

    /** Takes the first away; when it was born. */
    double remove() {
        double first = born[0];
        double freeAt = free[--size];
        double bornAt = born[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && free[child + 1] < free[child]) {
                child++;
            }
            if (free[child] >= freeAt) {
                break;
            }
            put(at, child);
            at = child;
        }
        free[at] = freeAt;
        born[at] = bornAt;
        return first;
    }

    private void put(int to, int from) {
        free[to] = free[from];
        born[to] = born[from];
    }
}
