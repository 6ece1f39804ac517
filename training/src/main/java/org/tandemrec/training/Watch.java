package org.tandemrec.training;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Whoever watches a training from outside.
 *
 * @param listener told how it goes
 * @param cancelled asked between batches whether to stop
 * @param clock for the speed that the listener is told; no result depends on it
 */
record Watch(TrainingListener listener, BooleanSupplier cancelled, InstantSource clock) {}
