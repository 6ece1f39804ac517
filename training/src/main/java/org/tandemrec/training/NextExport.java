package org.tandemrec.training;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.model.TowerPair;
import org.tandemrec.towers.Tower;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Makes two towers of what preset {@code next} has learned. */
final class NextExport {
    private final TrainingData data;
    private final NextConfig config;
    private final NextTraining.Learned learned;
    private final Workers workers;

    NextExport(
            TrainingData data, NextConfig config, NextTraining.Learned learned, Workers workers) {
        this.data = data;
        this.config = config;
        this.learned = learned;
        this.workers = workers;
    }

    TrainedTowers towers() {
        byte[] user = userTower();
        Matrix items = items();
        byte[] item = itemTower(items);
        TowerPair pair =
                new TowerPair(user, item, config.width(), Optional.empty(), Map.of(), Map.of())
                        .reading(Optional.of(history()), Optional.empty());
        return new TrainedTowers(pair, user, item, users(), items, report());
    }

    private HistoryInput history() {
        return new HistoryInput(
                learned.reads().parts(), config.longest(), (float) data.scale().to());
    }

    private byte[] userTower() {
        OnnxGraph graph = new OnnxGraph("user tower");
        graph.output(Tower.OUTPUT, learned.encoder().onnx(graph), config.width());
        return graph.toBytes();
    }

    private byte[] itemTower(Matrix items) {
        OnnxGraph graph = new OnnxGraph("item tower");
        OnnxValue ids = declared(graph, data.items());
        graph.output(
                Tower.OUTPUT, graph.node("Gather", graph.constant(items), ids), config.width());
        return graph.toBytes();
    }

    /** Declares an input for each field; returns that of the ids. */
    private static OnnxValue declared(OnnxGraph graph, EncodedTable table) {
        for (EncodedField field : table.fields()) {
            if (field.kind() == FieldKind.CATEGORY) {
                graph.inputOfCodes(field.name());
            } else if (field.kind() != FieldKind.ID) {
                graph.inputOfCodes(field.name(), field.width());
            }
        }
        return graph.inputOfCodes(table.fields().getFirst().name());
    }

    /** The items' vectors; one that never occurs gets the lowest bias of those that do. */
    private Matrix items() {
        Matrix vectors = learned.encoder().items().values().copy();
        int bias = config.width() - 1;
        double lowest =
                IntStream.range(0, vectors.rows())
                        .filter(learned.candidates()::mayCome)
                        .mapToDouble(item -> vectors.at(item, bias))
                        .min()
                        .orElse(0);
        for (int item = 0; item < vectors.rows(); item++) {
            if (!learned.candidates().mayCome(item)) {
                vectors.set(item, bias, (float) lowest);
            }
        }
        return vectors;
    }

    private Matrix users() {
        EncodedHistories histories = learned.sequences().histories();
        int[] users = IntStream.range(0, histories.rows()).toArray();
        int[] ends =
                IntStream.range(0, histories.rows())
                        .map(user -> histories.start(user) + histories.size(user))
                        .toArray();
        return new NextVectors(learned.sequences(), learned.encoder(), workers).after(users, ends);
    }

    private TrainingReport report() {
        PassReport pass = learned.report();
        return new TrainingReport(
                Objective.RANKING,
                pass.epochs(),
                pass.bestEpoch(),
                learned.sequences().events(),
                learned.sequences().validation().length,
                pass.epochs().get(pass.bestEpoch() - 1).validation());
    }
}
