package org.tandemrec.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.evaluation.Evaluation;
import org.tandemrec.evaluation.EvaluationOptions;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.report.EvaluationJson;
import org.tandemrec.evaluation.scorers.Baselines;
import org.tandemrec.evaluation.scorers.TowerScorer;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitPlan;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.vectors.Workers;
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
            "  tandem evaluate --data ml-1m.zip --split last --bundle 7f3a"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private DataOptions reading = new DataOptions();
    @Mixin private TrainingOptions training = new TrainingOptions();

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

    @Override
    public Integer call() {
        Console console = output.console();
        SplitPlan plan = plan();
        Dataset dataset = reading.read(data, console);
        Split parts = plan.split(dataset, training.seed());
        console.message(
                "%s: %s; %,d interactions to learn from, %,d held out"
                        .formatted(
                                parts.name(),
                                parts.meaning(),
                                parts.train().interactions().size(),
                                parts.heldOut().size()));
        parts.notices().forEach(notice -> console.message("  " + notice));
        EvaluationResult result =
                bundle.isPresent()
                        ? judgeExisting(parts, bundle.get(), console)
                        : trainAndJudge(parts, console);
        show(console, result);
        return Tandem.DONE;
    }

    private SplitPlan plan() {
        if (split.isPresent() && test.isPresent()) {
            throw new BadInputException("--split and --test are both given, expected one of them");
        }
        if (candidates.isPresent() && test.isEmpty()) {
            throw new BadInputException("--candidates is given without --test, expected both");
        }
        return test.map(file -> SplitPlan.of(file, candidates))
                .orElseGet(() -> SplitPlan.parse(split.orElse("random")));
    }

    private EvaluationResult judgeExisting(Split parts, String id, Console console) {
        ModelBundle existing = store.store().open(id);
        console.warning(
                "bundle %s may have been trained on what is held out here; then these figures flatter it"
                        .formatted(existing.id()));
        try (Embedder embedder = new Embedder(existing)) {
            return judge(parts, existing, embedder, console);
        }
    }

    private EvaluationResult trainAndJudge(Split parts, Console console) {
        ModelStore models = store.store();
        try (Interruption interruption = Interruption.watch();
                ModelStore.Writing writing = models.beginWriting()) {
            TrainedModel model =
                    new TrainingRun(training.preset(), training.config(), console, interruption)
                            .train(parts.train());
            try (Workbench workbench = Workbench.of(model)) {
                EvaluationResult result =
                        judge(parts, workbench.bundle(), workbench.embedder(), console);
                String id = writing.write(model.contents(), Clock.systemUTC()).id();
                console.message(
                        "bundle %s in %s holds what was judged; it is not active"
                                .formatted(id, models.folder()));
                return result;
            }
        }
    }

    private EvaluationResult judge(
            Split parts, ModelBundle judged, Embedder embedder, Console console) {
        EvaluationOptions usual = EvaluationOptions.defaults();
        EvaluationOptions options =
                new EvaluationOptions(cutoffs, usual.resamples(), training.seed());
        try (ProgressLine progress = console.progress("judging");
                Workers workers = Workers.of(training.threads())) {
            return Evaluation.judge(
                    parts,
                    new TowerScorer(judged, embedder, workers),
                    Baselines.of(parts.train()),
                    options,
                    (stage, done, total) -> progress.show((double) done / total, stage));
        }
    }

    private static void show(Console console, EvaluationResult result) {
        if (console.json()) {
            console.answer(EvaluationJson.of(result));
        } else {
            console.answer(EvaluationTable.of(result));
        }
        result.warnings().forEach(console::warning);
    }
}
