package org.tandemrec.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.report.DataSummary;
import org.tandemrec.evaluation.report.RunCard;
import org.tandemrec.evaluation.report.TrainingCurve;
import org.tandemrec.evaluation.report.TrainingEpoch;
import org.tandemrec.model.BundleContents;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.training.TrainingReport;

/**
 * A model that was just trained.
 *
 * @param contents of its bundle
 * @param towers as they were trained, with the trainer's own vectors
 * @param data what it learnt from
 */
record TrainedModel(BundleContents contents, TrainedTowers towers, DataSummary data) {
    /**
     * What its bundle is made of, the run card among it.
     *
     * @param evaluation how it was judged; absent where training was all
     */
    BundleContents contents(Optional<EvaluationResult> evaluation) {
        RunCard card =
                new RunCard(
                        Optional.empty(),
                        contents.preset(),
                        data,
                        contents.seed(),
                        contents.settings(),
                        curve(towers.report()),
                        evaluation);
        return contents.with(Map.of("run-card.json", card.json(), "run-card.html", card.html()));
    }

    private static TrainingCurve curve(TrainingReport report) {
        List<TrainingEpoch> epochs =
                report.epochs().stream()
                        .filter(epoch -> epoch.validation().isPresent())
                        .map(
                                epoch ->
                                        new TrainingEpoch(
                                                epoch.epoch(),
                                                epoch.training(),
                                                epoch.validation().getAsDouble()))
                        .toList();
        return epochs.isEmpty()
                ? TrainingCurve.none()
                : new TrainingCurve(report.objective().metric(), report.bestEpoch(), epochs);
    }

    /**
     * Checks that ONNX Runtime gives the trainer's vectors for all users and items.
     *
     * @throws IllegalStateException where it does not
     */
    void checkExport(Embedder embedder) {
        ExportCheck.check("user", towers.userVectors(), embedder.users());
        ExportCheck.check("item", towers.itemVectors(), embedder.items());
    }
}
