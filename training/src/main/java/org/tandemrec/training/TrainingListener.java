package org.tandemrec.training;

/** Watches a training from its thread, so it must return quickly; hears what it asks for. */
public interface TrainingListener {
    /** Called before a part of the training that has no steps. */
    default void stage(String what) {}

    /** Called after every step. */
    default void progressed(Progress progress) {}

    /** Called after every epoch and its validation. */
    default void epochEnded(EpochReport epoch) {}

    /** Watches nothing. */
    static TrainingListener silent() {
        return new TrainingListener() {};
    }
}
