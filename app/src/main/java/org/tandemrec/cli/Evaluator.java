package org.tandemrec.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.evaluation.Evaluation;
import org.tandemrec.evaluation.EvaluationOptions;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.scorers.BaselineKind;
import org.tandemrec.evaluation.scorers.Baselines;
import org.tandemrec.evaluation.scorers.Fitting;
import org.tandemrec.evaluation.scorers.Scorer;
import org.tandemrec.evaluation.scorers.TowerScorer;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.CatalogueIndex;
import org.tandemrec.vectors.Workers;

/** Judges bundles on splits, with baselines beside and progress. */
final class Evaluator {
    private final TrainingOptions training;
    private final EvaluationOptions options;
    private final List<BaselineKind> baselines;
    private final Optional<IndexPlace> place;
    private final Console console;

    /**
     * Judges in one way.
     *
     * @param baselines are learnt and stand beside the quick ones
     * @param place where an index is, or will be made, that is judged too
     */
    Evaluator(
            TrainingOptions training,
            EvaluationOptions options,
            List<BaselineKind> baselines,
            Optional<IndexPlace> place,
            Console console) {
        this.training = training;
        this.options = options;
        this.baselines = List.copyOf(baselines);
        this.place = place;
        this.console = console;
    }

    /** Says what a split is. */
    void describe(Split parts) {
        console.message(
                "%s: %s; %,d interactions to learn from, %,d held out"
                        .formatted(
                                parts.name(),
                                parts.meaning(),
                                parts.train().interactions().size(),
                                parts.heldOut().size()));
        parts.notices().forEach(notice -> console.message("  " + notice));
    }

    /** Trains on a split's train part and judges on the rest; the store keeps what was judged. */
    Judged trainAndJudge(Split parts, ModelStore.Writing writing, Interruption interruption) {
        place.ifPresent(IndexPlace::reach);
        TrainingRun run =
                new TrainingRun(training.preset(), training.config(), console, interruption);
        TrainingCost.Of<TrainedModel> trained =
                TrainingCost.measure(() -> run.train(parts.train()));
        console.message(trained.cost().toString());
        TrainedModel model = trained.result();
        try (Workbench workbench = Workbench.of(model)) {
            EvaluationResult result = scores(parts, workbench.bundle(), workbench.embedder());
            String id = writing.write(model.contents(Optional.of(result)), Clock.systemUTC()).id();
            console.message(
                    "bundle %s holds what was judged, with its run card; it is not active"
                            .formatted(id));
            return new Judged(
                    result,
                    agreement(parts, workbench.bundle(), workbench.embedder()),
                    Optional.of(trained.cost()));
        }
    }

    /** Judges a bundle on what a split holds out. */
    Judged judge(Split parts, ModelBundle bundle, Embedder embedder) {
        return new Judged(
                scores(parts, bundle, embedder),
                agreement(parts, bundle, embedder),
                Optional.empty());
    }

    private EvaluationResult scores(Split parts, ModelBundle bundle, Embedder embedder) {
        try (ProgressLine progress = console.progress("judging");
                Workers workers = Workers.of(training.threads())) {
            return Evaluation.judge(
                    parts,
                    new TowerScorer(bundle, embedder, workers),
                    baselines(parts, workers, progress),
                    options,
                    (stage, done, total) -> progress.show((double) done / total, stage));
        }
    }

    private List<Scorer> baselines(Split parts, Workers workers, ProgressLine progress) {
        List<Scorer> all = new ArrayList<>(Baselines.of(parts.train()));
        if (!baselines.isEmpty()) {
            Fitting fitting =
                    new Fitting(
                            training.seed(),
                            workers,
                            (stage, done, total) -> progress.show((double) done / total, stage));
            all.addAll(Baselines.of(parts.train(), baselines, fitting));
        }
        return all;
    }

    private Optional<IndexAgreement> agreement(Split parts, ModelBundle bundle, Embedder embedder) {
        return place.map(where -> agreement(parts, bundle, embedder, where));
    }

    private IndexAgreement agreement(
            Split parts, ModelBundle bundle, Embedder embedder, IndexPlace where) {
        try (ProgressLine progress = console.progress("asking the index");
                Workers workers = Workers.of(training.threads());
                JudgedIndex judged =
                        where.judged(
                                bundle,
                                empty -> CatalogueIndex.fill(empty, bundle, embedder, _ -> {}));
                VectorIndex exact = CatalogueIndex.exact(bundle, embedder)) {
            return IndexAgreement.of(
                    parts,
                    new TowerScorer(bundle, embedder, workers),
                    judged.index(),
                    exact,
                    done -> progress.show(done, judged.index().kind()));
        }
    }
}
