package org.tandemrec.index;

import org.apache.lucene.search.KnnCollector;

/**
 * Stops a walk through a graph when its time is over; asks the clock at one step of 128, because it
 * is slow to answer.
 */
final class DeadlineCollector extends KnnCollector.Decorator {
    private static final int STEPS = 128;

    private final Deadline deadline;
    private int steps;
    private boolean over;

    DeadlineCollector(KnnCollector collector, Deadline deadline) {
        super(collector);
        this.deadline = deadline;
    }

    @Override
    public boolean earlyTerminated() {
        if (steps++ % STEPS == 0) {
            over = deadline.isOver();
        }
        return over || super.earlyTerminated();
    }
}
