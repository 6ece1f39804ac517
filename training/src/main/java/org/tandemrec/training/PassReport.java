package org.tandemrec.training;

import java.util.List;

/**
 * How a pass went.
 *
 * @param epochs in their order
 * @param bestEpoch the one that the learner was left at, counted within this pass from 1
 */
record PassReport(List<EpochReport> epochs, int bestEpoch) {
    PassReport {
        epochs = List.copyOf(epochs);
    }
}
