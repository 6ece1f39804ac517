package org.tandemrec.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tandemrec.data.Dataset;
import org.tandemrec.evaluation.report.DataSummary;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.FeatureEncoder;
import org.tandemrec.model.BundleContents;
import org.tandemrec.model.Catalogue;
import org.tandemrec.training.EpochReport;
import org.tandemrec.training.Preset;
import org.tandemrec.training.Progress;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.training.Trainer;
import org.tandemrec.training.TrainingConfig;
import org.tandemrec.training.TrainingData;
import org.tandemrec.training.TrainingListener;

/** Trains towers on a dataset, with progress, until done or interrupted. */
final class TrainingRun {
    private final Preset preset;
    private final TrainingConfig config;
    private final Console console;
    private final Interruption interruption;

    TrainingRun(Preset preset, TrainingConfig config, Console console, Interruption interruption) {
        this.preset = preset;
        this.config = config;
        this.console = console;
        this.interruption = interruption;
    }

    /** Trains, and puts together what a bundle is made of. */
    TrainedModel train(Dataset dataset) {
        FeatureEncoder encoder = FeatureEncoder.fit(dataset);
        TrainingData data = data(dataset, encoder);
        TrainedTowers towers = train(data);
        return new TrainedModel(
                contents(dataset, encoder, data, towers), towers, DataSummary.of(dataset));
    }

    /** What a dataset gives to train on. */
    static TrainingData data(Dataset dataset) {
        return data(dataset, FeatureEncoder.fit(dataset));
    }

    private static TrainingData data(Dataset dataset, FeatureEncoder encoder) {
        EncodedInteractions interactions = encoder.interactions(dataset.interactions());
        return new TrainingData(
                encoder.users(dataset.users()),
                encoder.items(dataset.items()),
                interactions,
                dataset.scale(),
                Catalogue.of(dataset, encoder.vocabularies().itemIds(), interactions));
    }

    private TrainedTowers train(TrainingData data) {
        try (ProgressLine progress = console.progress("training")) {
            return new Trainer(
                            config,
                            listener(progress),
                            interruption::requested,
                            InstantSource.system())
                    .train(data);
        }
    }

    /** Shows how a training goes. */
    static TrainingListener listener(ProgressLine line) {
        return new TrainingListener() {
            @Override
            public void stage(String what) {
                line.stage(what);
                // The serial collector would rather take more memory than look for the square
                // matrices that the stage before has left behind.
                System.gc();
            }

            @Override
            public void progressed(Progress progress) {
                line.show(
                        (progress.epoch() - 1 + progress.fraction()) / progress.epochs(),
                        String.format(
                                Locale.ROOT,
                                "epoch %d of %d, %s %.4f, %,.0f interactions/s",
                                progress.epoch(),
                                progress.epochs(),
                                progress.objective().loss(),
                                progress.training(),
                                progress.interactionsPerSecond()));
            }

            @Override
            public void epochEnded(EpochReport epoch) {
                line.line(epochLine(epoch));
            }
        };
    }

    private static String epochLine(EpochReport epoch) {
        String training =
                String.format(
                        Locale.ROOT,
                        "  epoch %d: training %s %.4f",
                        epoch.epoch(),
                        epoch.objective().loss(),
                        epoch.training());
        return epoch.validation().isEmpty()
                ? training
                : training
                        + String.format(
                                Locale.ROOT,
                                ", validation %s %.4f",
                                epoch.objective().metric(),
                                epoch.validation().getAsDouble());
    }

    private BundleContents contents(
            Dataset dataset, FeatureEncoder encoder, TrainingData data, TrainedTowers towers) {
        return new BundleContents(
                preset.label(),
                config.seed(),
                dataset.recipe(),
                encoder.vocabularies(),
                data.users(),
                data.items(),
                data.catalogue(),
                data.interactions(),
                towers.pair(),
                metrics(towers),
                config.settings(),
                Map.of());
    }

    private static Map<String, Double> metrics(TrainedTowers towers) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        towers.report()
                .validation()
                .ifPresent(
                        figure -> metrics.put(towers.report().objective().manifestName(), figure));
        return metrics;
    }
}
