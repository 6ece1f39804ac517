package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.parts.Part;
import org.tandemrec.parts.RatedHistory;
import org.tandemrec.regression.ClosedForm;
import org.tandemrec.regression.Ease;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Workers;

/** Fits the parts that preset {@code taste} is put together from. */
final class TasteParts {
    private static final double REST = 0.05;
    private static final int REMEMBERED = 512;

    private final TasteConfig config;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;
    private final int[] counts;
    private final ItemColumns columns;
    private final EncodedHistories histories;
    private final SparseMatrix met;

    TasteParts(TasteConfig config, Watch watch, TrainingData data, Workers workers) {
        this.config = config;
        this.watch = watch;
        this.data = data;
        this.workers = workers;
        EncodedInteractions interactions = data.interactions();
        this.counts = EncodedInteractions.counts(interactions.items(), data.items().rows());
        this.columns = ItemColumns.of(counts, ClosedForm.MOST_COLUMNS);
        this.histories = EncodedHistories.ofUsers(interactions, data.users().rows());
        this.met = columns.met(histories);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        stage("learning what goes together");
        parts.add(
                linear().part(
                                Ease.weights(met, (float) config.easeLambda(), workers),
                                config.easeRank(),
                                remembered(),
                                1));
        stage("learning what comes next");
        parts.add(
                linear().part(
                                NextItemRidge.fit(
                                        new LagSums(histories, columns),
                                        (float) config.nextLambda(),
                                        workers),
                                config.nextRank(),
                                NextItemRidge.weights(),
                                (float) config.nextShare()));
        stage("learning what attributes say");
        parts.add(
                new AttributeRidge(data.users(), histories, met, workers)
                        .fit(
                                columns,
                                config.attributeRank(),
                                (float) config.attributeLambda(),
                                (float) config.attributeShare(),
                                fading(),
                                config.seed()));
        if (!data.catalogue().isEmpty()) {
            stage("learning what content says");
            parts.add(
                    new ContentRidge(config, data.catalogue(), counts, workers).fit(columns, met));
        }
        return parts;
    }

    /** What values are predicted by; empty where there is but one value. */
    Optional<RatedHistory> ratings() {
        if (data.scale().from() == data.scale().to()) {
            return Optional.empty();
        }
        stage("learning what people value");
        return Optional.of(
                new ValueRidge(data, histories, columns, workers)
                        .fit(config.ratingRank(), config.seed()));
    }

    private LinearParts linear() {
        return new LinearParts(columns, met, config.seed(), workers);
    }

    private void stage(String what) {
        if (watch.cancelled().getAsBoolean()) {
            throw new TrainingCancelledException(1);
        }
        watch.listener().stage(what);
    }

    /** Recent events count most, all others a little. */
    private float[] remembered() {
        float[] weights = new float[REMEMBERED];
        for (int age = 0; age < REMEMBERED; age++) {
            weights[age] = (float) (REST + StrictMath.pow(2, -age / config.easeHalving()));
        }
        return weights;
    }

    /**
     * How much attributes count by the number of events: ever less, and more where so few events
     * are known that what they say is doubtful.
     */
    private float[] fading() {
        float[] fading = new float[1 + (int) Math.ceil(100 * config.attributeFading())];
        for (int events = 0; events < fading.length; events++) {
            double left = config.attributeFading() / (config.attributeFading() + events);
            double doubt = config.historyDoubt() / Math.max(1, events);
            fading[events] = (float) (left * (1 + doubt));
        }
        return fading;
    }
}
