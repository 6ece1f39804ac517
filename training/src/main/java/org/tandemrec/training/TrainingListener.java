package org.tandemrec.training;

/** Watches a training from its thread, so it must return quickly. */
public interface TrainingListener {
    /** Called before a part of the training that has no steps. */
    void stage(String what);

    /** Called after every step. */
    void progressed(Progress progress);

    /** Called after every epoch and its validation. */
    void epochEnded(EpochReport epoch);

    /** Watches nothing. */
    static TrainingListener silent() {
        return new TrainingListener() {
            @Override
            public void stage(String what) {}

            @Override
            public void progressed(Progress progress) {}

            @Override
            public void epochEnded(EpochReport epoch) {}
        };
    }
}
