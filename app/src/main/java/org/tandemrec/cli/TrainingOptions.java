package org.tandemrec.cli;

import java.util.Optional;
import org.tandemrec.training.Preset;
import org.tandemrec.training.TrainingConfig;
import picocli.CommandLine.Option;

/** How towers are trained; what is not said is the preset's. */
final class TrainingOptions {
    @Option(
            names = "--preset",
            paramLabel = "P",
            defaultValue = "fusion",
            description = "Which towers and loss (default: ${DEFAULT-VALUE}).")
    private String preset = "fusion";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of everything drawn by chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "They do not change the result (default: all processors).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data at most.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Epochs without a better validation before training stops.")
    private Optional<Integer> patience = Optional.empty();

    @Option(names = "--batch-size", paramLabel = "N", description = "Interactions a step.")
    private Optional<Integer> batchSize = Optional.empty();

    @Option(names = "--learning-rate", paramLabel = "X", description = "Highest rate of the cycle.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(
            names = "--decay",
            paramLabel = "X",
            description = "Each step takes rate x decay of every parameter away.")
    private Optional<Double> decay = Optional.empty();

    @Option(
            names = "--id-dropout",
            paramLabel = "SHARE",
            description = "How often an id is hidden in a batch.")
    private Optional<Double> idDropout = Optional.empty();

    @Option(
            names = "--attribute-dropout",
            paramLabel = "SHARE",
            description = "How often an attribute is hidden in a batch.")
    private Optional<Double> attributeDropout = Optional.empty();

    @Option(
            names = "--user-familiarity",
            paramLabel = "X",
            description = "Interactions that make a user's id half trusted.")
    private Optional<Double> userFamiliarity = Optional.empty();

    @Option(
            names = "--item-familiarity",
            paramLabel = "X",
            description = "Interactions that make an item's id half trusted.")
    private Optional<Double> itemFamiliarity = Optional.empty();

    @Option(
            names = "--validation-fraction",
            paramLabel = "SHARE",
            description = "Part of the interactions kept for choosing the best epoch.")
    private Optional<Double> validationFraction = Optional.empty();

    Preset preset() {
        return Preset.named(preset);
    }

    long seed() {
        return seed;
    }

    int threads() {
        return threads.orElse(Runtime.getRuntime().availableProcessors());
    }

    TrainingConfig config() {
        TrainingConfig usual = preset().config(seed, threads());
        return new TrainingConfig(
                usual.widths(),
                batchSize.orElse(usual.batchSize()),
                learningRate.orElse(usual.learningRate()),
                decay.orElse(usual.decay()),
                epochs.orElse(usual.epochs()),
                patience.orElse(usual.patience()),
                idDropout.orElse(usual.idDropout()),
                attributeDropout.orElse(usual.attributeDropout()),
                userFamiliarity.orElse(usual.userFamiliarity()),
                itemFamiliarity.orElse(usual.itemFamiliarity()),
                validationFraction.orElse(usual.validationFraction()),
                usual.seed(),
                usual.threads());
    }
}
