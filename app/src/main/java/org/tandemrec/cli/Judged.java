package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.report.EvaluationJson;

/**
 * How a bundle was judged.
 *
 * @param result by exact scores
 * @param agreement how far an index gives the same lists; absent where none was named
 * @param cost of the training; absent where the bundle was there
 */
record Judged(
        EvaluationResult result, Optional<IndexAgreement> agreement, Optional<TrainingCost> cost) {
    void show(Console console) {
        if (console.json()) {
            console.answer(json());
        } else {
            console.answer(EvaluationTable.of(result));
            agreement.map(Judged::line).ifPresent(console::answer);
        }
        result.warnings().forEach(console::warning);
    }

    private ObjectNode json() {
        ObjectNode document = EvaluationJson.of(result);
        cost.ifPresent(taken -> document.set("training", taken.json()));
        agreement.ifPresent(
                one ->
                        document.put("index", one.index())
                                .put("indexRecall@10", one.recallAt10())
                                .put("indexUsers", one.users()));
        return document;
    }

    private static String line(IndexAgreement one) {
        return String.format(
                Locale.ROOT,
                "%s index: indexRecall@10 %.4f: that part of the exact lists of ten, over %,d users",
                one.index(),
                one.recallAt10(),
                one.users());
    }
}
