package org.tandemrec.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many answers took. Filled by one thread. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int size;

    /** All of several clients' answers. */
    static Latencies together(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        parts.forEach(part -> Arrays.stream(part.nanos, 0, part.size).forEach(all::add));
        return all;
    }

    void add(long answer) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = answer;
    }

    int size() {
        return size;
    }

    /**
     * The time in milliseconds that a part of the answers stayed below: of {@code n} answers in
     * order, that at place {@code floor(part * n)}; not a number where there are none.
     *
     * @param part 0 to 1
     */
    double millis(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] ordered = Arrays.copyOf(nanos, size);
        Arrays.sort(ordered);
        return ordered[(int) Math.min(size - 1.0, part * size)] / 1e6;
    }
}
