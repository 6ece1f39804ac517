package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;
import org.tandemrec.vectors.Matrix;

/** Something that is trained step by step, as the one training loop, {@link Pass}, sees it. */
interface Learner {
    Objective objective();

    /** How many steps an epoch has. */
    int steps();

    /** Called before the first step of each epoch. */
    void startEpoch();

    /**
     * Changes all parameters once.
     *
     * @param number of the step in its epoch, from 0
     */
    StepLoss step(int number);

    /** The objective's metric on what was kept aside; empty where nothing was. */
    OptionalDouble validation();

    /** Copies of all parameters' values. */
    List<Matrix> values();

    /** Puts earlier {@link #values} back. */
    void restore(List<Matrix> values);
}
