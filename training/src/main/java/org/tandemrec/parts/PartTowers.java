package org.tandemrec.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Two towers that put their vectors together from parts. The item tower looks an item's row up; the
 * user tower reads codes and history.
 */
public final class PartTowers {
    /** The name of the output that is searched with. */
    public static final String VECTOR = "vector";

    /** The name of the output that predicted values are made of. */
    public static final String RATING = "rating";

    private final List<Part> parts;
    private final Optional<RatedHistory> ratings;
    private final Set<HistoryPart> reads;

    /** The towers of these parts, and what they predict values by; they read items and values. */
    public PartTowers(List<Part> parts, Optional<RatedHistory> ratings) {
        this(parts, ratings, Set.of(HistoryPart.ROWS, HistoryPart.VALUES));
    }

    /**
     * The towers of these parts.
     *
     * @param ratings what they predict values by
     * @param reads what the user tower reads of histories
     */
    public PartTowers(List<Part> parts, Optional<RatedHistory> ratings, Set<HistoryPart> reads) {
        this.parts = List.copyOf(parts);
        this.ratings = ratings;
        this.reads = Set.copyOf(reads);
    }

    /** The length of a vector. */
    public int width() {
        return parts.stream().mapToInt(Part::width).sum();
    }

    /** The items' vectors, row by row. */
    public Matrix items() {
        return joined(parts.stream().map(Part::items).toList());
    }

    /** The users' vectors, row by row. */
    public Matrix users(EncodedTable users, EncodedHistories histories, Workers workers) {
        return joined(parts.stream().map(part -> part.users(users, histories, workers)).toList());
    }

    private static Matrix joined(List<Matrix> matrices) {
        int columns = matrices.stream().mapToInt(Matrix::columns).sum();
        Matrix all = Matrix.zeros(matrices.getFirst().rows(), columns);
        int from = 0;
        for (Matrix matrix : matrices) {
            for (int row = 0; row < matrix.rows(); row++) {
                System.arraycopy(
                        matrix.values(),
                        matrix.offset(row),
                        all.values(),
                        all.offset(row) + from,
                        matrix.columns());
            }
            from += matrix.columns();
        }
        return all;
    }

    /** The user tower as an ONNX model. */
    public byte[] userTower(EncodedTable users) {
        OnnxGraph graph = new OnnxGraph("user tower");
        UserInputs inputs = UserInputs.declare(graph, users, reads);
        List<OnnxValue> values = new ArrayList<>();
        parts.forEach(part -> values.add(part.onnx(graph, inputs)));
        graph.output(VECTOR, graph.joined(values), width());
        ratings.ifPresent(rated -> graph.output(RATING, rated.onnx(graph, inputs), rated.width()));
        return graph.toBytes();
    }

    /** The item tower as an ONNX model. */
    public byte[] itemTower(EncodedTable items) {
        OnnxGraph graph = new OnnxGraph("item tower");
        for (EncodedField field : items.fields()) {
            switch (field.kind()) {
                case ID, CATEGORY -> graph.inputOfCodes(field.name());
                case CATEGORIES, TEXT -> graph.inputOfCodes(field.name(), field.width());
            }
        }
        OnnxValue id = new OnnxValue(Vocabularies.ID);
        graph.output(VECTOR, graph.node("Gather", graph.constant(items()), id), width());
        ratings.ifPresent(
                rated ->
                        graph.output(
                                RATING,
                                graph.node("Gather", graph.constant(rated.items()), id),
                                rated.width()));
        return graph.toBytes();
    }
}
