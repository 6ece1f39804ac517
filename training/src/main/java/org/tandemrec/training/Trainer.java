package org.tandemrec.training;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.tandemrec.vectors.Workers;

/**
 * Trains two towers on interactions. The same data and the same configuration give the same bytes,
 * on any number of threads. One trainer may be used again, from one thread at a time.
 */
public final class Trainer {
    private final TrainingConfig config;
    private final Watch watch;

    /**
     * A trainer.
     *
     * @param config how to train
     * @param listener told how it goes
     * @param cancelled asked between batches whether to stop
     * @param clock for the speed that the listener is told; no result depends on it
     */
    public Trainer(
            TrainingConfig config,
            TrainingListener listener,
            BooleanSupplier cancelled,
            InstantSource clock) {
        this.config = config;
        this.watch = new Watch(listener, cancelled, clock);
    }

    /**
     * Trains as the configuration's preset does.
     *
     * @throws TrainingCancelledException when asked to stop
     */
    public TrainedTowers train(TrainingData data) {
        return train(new LearnedSteps(data));
    }

    /**
     * The same, without steps that were taken before.
     *
     * @param steps of trainings on the same data, to which those of this one are added
     */
    public TrainedTowers train(LearnedSteps steps) {
        TrainingData data = steps.data();
        try (Workers workers = Workers.of(config.threads())) {
            return switch (config) {
                case FusionConfig fusion ->
                        new FusionTraining(fusion, watch, data, workers).train();
                case RatingConfig rating ->
                        new RatingTraining(rating, watch, steps, workers).train();
                case TasteConfig taste -> new TasteTraining(taste, watch, steps, workers).train();
                case NextConfig next -> new NextTraining(next, watch, data, workers).train();
            };
        }
    }
}
