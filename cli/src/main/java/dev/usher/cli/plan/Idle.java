// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * The environments without work: the one that worked last is given out first, and so those at the other end are taken
 * away first. One thread at a time.
 */
final class Idle {
    private final double idleTime;
    private final double lifetime;
    private double[] since = new double[64];
    private double[] born = new double[64];
    private int oldest;
    private int end;

    Idle(double idleTime, double lifetime) {
        this.idleTime = idleTime;
        this.lifetime = lifetime;
    }

    int size() {
        return end - oldest;
    }

    void add(double now, double bornAt) {
        if (end == since.length) {
            int length = size() * 2 > end ? end * 2 : end;
            since = moved(since, length);
            born = moved(born, length);
            end -= oldest;
            oldest = 0;
        }
        since[end] = now;
        born[end++] = bornAt;
    }

    /** One that is given work now; when it was born, or NaN where there is none. */
    double take(double now) {
        while (end > oldest && since[oldest] + idleTime < now) {
            oldest++;
        }
        while (end > oldest) {
            double bornAt = born[--end];
            if (bornAt + lifetime > now) {
                return bornAt;
            }
        }
        return Double.NaN;
    }

    private double[] moved(double[] from, int length) {
        double[] to = new double[length];
        System.arraycopy(from, oldest, to, 0, size());
        return to;
    }
}
