package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Two towers that predict how far a value lies above the mean: the mean of several trained pairs of
 * history towers, and a linear model over what they leave of each event of a person. What is left
 * of an event is its value less the prediction from the history without the event's fold, so no
 * value explains itself.
 *
 * <p>What is left also moves the person's scores, of items like those that it is left of and by
 * what was near in time ({@link PersonProcess}).
 */
public final class RatingTowers {
    /** What the item tower reads of who met an item. */
    public static final Set<HistoryPart> ITEM_READS = Set.of(HistoryPart.ROWS, HistoryPart.VALUES);

    private final ValueBasis basis;
    private final float mean;
    private final List<Pair> pairs;
    private final List<Matrix> itemVectors = new ArrayList<>();
    private final Matrix events;
    private final Matrix items;
    private final PersonProcess process;
    private final boolean timed;

    /** A user tower and an item tower that were trained together. */
    public record Pair(HistoryVectors users, HistoryVectors items) {}

    /**
     * Towers.
     *
     * @param mean of all values
     * @param items as codes
     * @param itemHistories who met each item
     * @param events what an event adds for each that its value lies above its prediction, a row an
     *     item
     * @param residuals the items' side of that, a row an item
     * @param places of which the inner products tell how much alike items are, a row an item
     * @param closeness what events have in common that are close in time
     */
    public RatingTowers(
            ValueBasis basis,
            float mean,
            List<Pair> pairs,
            EncodedTable items,
            EncodedHistories itemHistories,
            Matrix events,
            Matrix residuals,
            Matrix places,
            Closeness closeness,
            Workers workers) {
        this.basis = basis;
        this.mean = mean;
        this.pairs = List.copyOf(pairs);
        this.events = events;
        this.items = residuals;
        for (Pair pair : pairs) {
            itemVectors.add(pair.items().whole(items, itemHistories, workers));
        }
        this.process = new PersonProcess(places, closeness);
        this.timed = closeness.counts();
    }

    private static Matrix joined(List<Matrix> matrices) {
        int columns = matrices.stream().mapToInt(Matrix::columns).sum();
        Matrix all = Matrix.zeros(matrices.getFirst().rows(), columns);
        int from = 0;
        for (Matrix part : matrices) {
            for (int row = 0; row < part.rows(); row++) {
                System.arraycopy(
                        part.values(),
                        part.offset(row),
                        all.values(),
                        all.offset(row) + from,
                        part.columns());
            }
            from += part.columns();
        }
        return all;
    }

    /** The length of a vector. */
    public int width() {
        return joinedWidth() + process.width() + items.columns();
    }

    private int joinedWidth() {
        return pairs.stream().mapToInt(pair -> pair.users().columns()).sum();
    }

    /** The items' vectors, row by row. */
    public Matrix itemVectors() {
        return joined(List.of(joined(itemVectors), process.items(), items));
    }

    /** The users' vectors, row by row. */
    public Matrix userVectors(EncodedTable users, EncodedHistories histories, Workers workers) {
        float[] left = residuals(users, histories, workers);
        return joined(
                List.of(
                        own(users, histories, workers),
                        process.moves(left, histories, workers),
                        sums(left, histories, events)));
    }

    private Matrix own(EncodedTable users, EncodedHistories histories, Workers workers) {
        List<Matrix> whole = new ArrayList<>();
        for (Pair pair : pairs) {
            whole.add(pair.users().whole(users, histories, workers));
        }
        Matrix own = joined(whole);
        scale(own, 1f / pairs.size());
        return own;
    }

    /**
     * The scores of some events, each as it is asked for at its own moment.
     *
     * @param asked of each user some events
     */
    public float[] scores(
            EncodedTable users,
            EncodedHistories histories,
            EncodedHistories asked,
            Workers workers) {
        float[] left = residuals(users, histories, workers);
        float[] scores = process.moves(left, histories, asked, workers);
        Matrix people =
                joined(List.of(own(users, histories, workers), sums(left, histories, events)));
        Matrix things = joined(List.of(joined(itemVectors), items));
        for (int row = 0; row < asked.rows(); row++) {
            int end = asked.start(row) + asked.size(row);
            for (int event = asked.start(row); event < end; event++) {
                scores[event] +=
                        Rows.dot(
                                people.values(),
                                people.offset(row),
                                things.values(),
                                things.offset(asked.others()[event]),
                                things.stride());
            }
        }
        return scores;
    }

    private static void scale(Matrix matrix, float by) {
        float[] values = matrix.values();
        for (int at = 0; at < values.length; at++) {
            values[at] *= by;
        }
    }

    private static Matrix sums(float[] left, EncodedHistories histories, Matrix rows) {
        Matrix sums = Matrix.zeros(histories.rows(), rows.columns());
        for (int row = 0; row < histories.rows(); row++) {
            int end = histories.start(row) + histories.size(row);
            for (int event = histories.start(row); event < end; event++) {
                Rows.addScaled(
                        sums.values(),
                        sums.offset(row),
                        left[event],
                        rows.values(),
                        rows.offset(histories.others()[event]),
                        rows.stride());
            }
        }
        return sums;
    }

    /** What is left of each event's value, in the order of the histories. */
    public float[] residuals(EncodedTable users, EncodedHistories histories, Workers workers) {
        float[] left = new float[histories.events()];
        for (int event = 0; event < left.length; event++) {
            left[event] = histories.values()[event] - mean;
        }
        for (int at = 0; at < pairs.size(); at++) {
            Matrix people = pairs.get(at).users().withoutFolds(users, histories, workers);
            subtract(people, itemVectors.get(at), histories, left);
        }
        return left;
    }

    private void subtract(Matrix people, Matrix things, EncodedHistories histories, float[] left) {
        for (int row = 0; row < histories.rows(); row++) {
            int end = histories.start(row) + histories.size(row);
            for (int event = histories.start(row); event < end; event++) {
                int person = row * HiddenNumbers.FOLDS + HiddenNumbers.fold(event, end);
                left[event] -=
                        Rows.dot(
                                        people.values(),
                                        people.offset(person),
                                        things.values(),
                                        things.offset(histories.others()[event]),
                                        things.stride())
                                / pairs.size();
            }
        }
    }

    /** What the user tower reads of what a person did. */
    public Set<HistoryPart> userReads() {
        return timed
                ? Set.of(HistoryPart.ROWS, HistoryPart.VALUES, HistoryPart.AGES)
                : Set.of(HistoryPart.ROWS, HistoryPart.VALUES);
    }

    /** The user tower as an ONNX model. */
    public byte[] userTower(EncodedTable users) {
        OnnxGraph graph = new OnnxGraph("user tower");
        HistoryGraph inputs = HistoryGraph.declare(graph, users, userReads(), basis);
        OnnxValue left = graph.node("Sub", inputs.values(), graph.number(mean));
        List<OnnxValue> vectors = new ArrayList<>();
        OnnxValue share = graph.number(1f / pairs.size());
        for (int at = 0; at < pairs.size(); at++) {
            HistoryVectors tower = pairs.get(at).users();
            HiddenNumbers.Sums sums = tower.sums(graph, inputs, widths(users));
            vectors.add(graph.node("Mul", tower.whole(graph, inputs, sums), share));
            OnnxValue people =
                    graph.node("MatMul", inputs.folds(), tower.withoutFolds(graph, inputs, sums));
            OnnxValue things =
                    graph.node("Gather", graph.constant(itemVectors.get(at)), inputs.history());
            OnnxValue predicted = graph.sum(graph.node("Mul", people, things), 2);
            left = graph.node("Sub", left, graph.node("Mul", predicted, share));
        }
        OnnxValue met = graph.node("Mul", left, inputs.met());
        vectors.add(process.onnx(graph, inputs, met));
        vectors.add(sums(graph, inputs, met, events));
        graph.output(Tower.OUTPUT, graph.joined(vectors), width());
        return graph.toBytes();
    }

    private static OnnxValue sums(
            OnnxGraph graph, HistoryGraph inputs, OnnxValue weights, Matrix table) {
        OnnxValue rows = graph.node("Gather", graph.constant(table), inputs.history());
        OnnxValue asRow = graph.node("Unsqueeze", weights, graph.integers(1));
        return graph.node("Squeeze", graph.node("MatMul", asRow, rows), graph.integers(1));
    }

    /** The item tower as an ONNX model. */
    public byte[] itemTower(EncodedTable table) {
        OnnxGraph graph = new OnnxGraph("item tower");
        HistoryGraph inputs = HistoryGraph.declare(graph, table, ITEM_READS, basis);
        List<OnnxValue> vectors = new ArrayList<>();
        for (Pair pair : pairs) {
            HiddenNumbers.Sums sums = pair.items().sums(graph, inputs, widths(table));
            vectors.add(pair.items().whole(graph, inputs, sums));
        }
        OnnxValue id = inputs.code(Vocabularies.ID);
        vectors.add(graph.node("Gather", graph.constant(process.items()), id));
        vectors.add(graph.node("Gather", graph.constant(items), id));
        graph.output(Tower.OUTPUT, graph.joined(vectors), width());
        return graph.toBytes();
    }

    /** How many codes the fields with several have. */
    private static Map<String, Integer> widths(EncodedTable table) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (EncodedField field : table.fields()) {
            boolean several =
                    field.kind() == FieldKind.CATEGORIES || field.kind() == FieldKind.TEXT;
            widths.put(field.name(), several ? field.width() : 0);
        }
        return widths;
    }
}
