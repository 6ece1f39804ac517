package org.tandemrec.training;

/** The training was asked to stop and has stopped; there is no result. */
public final class TrainingCancelledException extends RuntimeException {
    TrainingCancelledException(int epoch) {
        super("training was cancelled in epoch " + epoch + "; nothing was kept");
    }
}
