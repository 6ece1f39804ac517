package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.evaluation.EvaluationOptions;
import org.tandemrec.evaluation.scorers.BaselineKind;
import org.tandemrec.evaluation.scorers.ItemCatalogue;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitPlan;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem evaluate}: train on a part of the data, judge on the rest, baselines beside. */
@Command(
        name = "evaluate",
        description =
                "Train on a part of the data and judge the answers for the rest, beside baselines.",
        footer = {
            "",
            "Splits: " + SplitPlan.OPTIONS,
            "",
            "Examples:",
            "  tandem evaluate --data ml-1m.zip --split random",
            "  tandem evaluate --data ml-1m.zip --split cold-users -k 10,20",
            "  tandem evaluate --data ml-1m.zip --test test.csv --candidates negatives.csv",
            "  tandem evaluate --data ml-1m.zip --split cold-users:liked=5 --baselines itemKnn,ease",
            "  tandem evaluate --data ml-1m.zip --split last --bundle 7f3a",
            "  tandem evaluate --data ml-1m.zip --index lucene   (how far its lists are the exact ones)"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private DataOptions reading = new DataOptions();
    @Mixin private TrainingOptions training = new TrainingOptions();
    @Mixin private IndexOptions index = new IndexOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A folder or a zip.")
    private Path data = Path.of("");

    @Option(
            names = "--split",
            paramLabel = "S",
            description = "What is held out (default: random).")
    private Optional<String> split = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Holds out the pairs, users, items or sequences of this file instead.")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--candidates",
            paramLabel = "FILE",
            description = "For each user of the test file the items to rank.")
    private Optional<Path> candidates = Optional.empty();

    @Option(
            names = "--bundle",
            paramLabel = "ID",
            description = "Judge this bundle of the store; nothing is trained.")
    private Optional<String> bundle = Optional.empty();

    @Option(
            names = "-k",
            split = ",",
            paramLabel = "N",
            defaultValue = "10",
            description = "Lengths of lists (default: ${DEFAULT-VALUE}).")
    private List<Integer> cutoffs = new ArrayList<>();

    @Option(
            names = "--baselines",
            split = ",",
            paramLabel = "NAME",
            description = "More baselines: itemKnn, ease, easeRecent, ials, markov, or all.")
    private List<String> baselines = new ArrayList<>();

    @Option(
            names = "--liked-known",
            paramLabel = "N",
            description = "Of cold users, N items they liked are known when they are asked about.")
    private Optional<Integer> likedKnown = Optional.empty();

    @Option(
            names = "--request-time",
            description =
                    "A request knows its own time: for lists that of the first held-out interaction, for values that of each.")
    private boolean requestTime;

    @Override
    public Integer call() {
        Console console = output.console();
        SplitPlan plan = plan();
        List<BaselineKind> more = BaselineKind.named(baselines);
        Dataset dataset = reading.read(data, console);
        Split parts = plan.split(dataset, training.seed());
        Evaluator evaluator =
                new Evaluator(training, options(), more, index.named(store.store()), console);
        evaluator.describe(parts);
        Judged judged =
                bundle.isPresent()
                        ? judgeExisting(parts, bundle.get(), evaluator, console)
                        : trainAndJudge(parts, evaluator);
        judged.show(console);
        return Tandem.DONE;
    }

    private SplitPlan plan() {
        if (split.isPresent() && test.isPresent()) {
            throw new BadInputException("--split and --test are both given, expected one of them");
        }
        if (candidates.isPresent() && test.isEmpty()) {
            throw new BadInputException("--candidates is given without --test, expected both");
        }
        SplitPlan plan =
                test.map(file -> SplitPlan.of(file, candidates))
                        .orElseGet(() -> SplitPlan.parse(split.orElse("random")));
        return likedKnown.map(plan::knowingLiked).orElse(plan);
    }

    private EvaluationOptions options() {
        return new EvaluationOptions(
                cutoffs, EvaluationOptions.defaults().resamples(), training.seed(), requestTime);
    }

    private Judged judgeExisting(Split parts, String id, Evaluator evaluator, Console console) {
        ModelBundle existing = store.store().open(id);
        requireSameItems(existing, parts);
        console.warning(
                "bundle %s may have been trained on what is held out here; then these figures flatter it"
                        .formatted(existing.id()));
        try (Embedder embedder = new Embedder(existing)) {
            return evaluator.judge(parts, existing, embedder);
        }
    }

    private static void requireSameItems(ModelBundle bundle, Split parts) {
        List<String> items = ItemCatalogue.of(parts.train().items()).ids();
        if (!bundle.vocabularies().itemIds().values().equals(items)) {
            throw new BadInputException(
                    "bundle %s was trained on other items (%d of %s) than the data has (%d); give the data it was trained on"
                            .formatted(
                                    bundle.id(),
                                    bundle.catalogue().size(),
                                    bundle.recipe().name(),
                                    items.size()));
        }
    }

    private Judged trainAndJudge(Split parts, Evaluator evaluator) {
        try (Interruption interruption = Interruption.watch();
                ModelStore.Writing writing = store.store().beginWriting()) {
            return evaluator.trainAndJudge(parts, writing, interruption);
        }
    }
}
