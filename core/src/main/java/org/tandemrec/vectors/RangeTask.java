package org.tandemrec.vectors;

/** Work on the numbers {@code from} (inclusive) to {@code to} (exclusive). */
@FunctionalInterface
public interface RangeTask {
    void run(int from, int to);
}
