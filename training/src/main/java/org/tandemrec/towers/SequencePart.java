package org.tandemrec.towers;

import java.util.stream.IntStream;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.parts.Part;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A trained encoder as a part of the vectors. Unlike other parts it works in its encoder's space:
 * not for two threads at once.
 */
public final class SequencePart implements Part {
    private final HistoryEncoder encoder;
    private final EncodedTable people;
    private final ValueLevels levels;
    private final Matrix items;

    /**
     * A part.
     *
     * @param people of whom the attributes are those the encoder was trained with
     * @param items a row for each item
     */
    public SequencePart(
            HistoryEncoder encoder, EncodedTable people, ValueLevels levels, Matrix items) {
        this.encoder = encoder;
        this.people = people;
        this.levels = levels;
        this.items = items;
    }

    @Override
    public int width() {
        return encoder.width();
    }

    @Override
    public Matrix items() {
        return items;
    }

    @Override
    public Matrix users(EncodedTable users, EncodedHistories histories, Workers workers) {
        int[] rows = IntStream.range(0, histories.rows()).toArray();
        int[] ends =
                IntStream.of(rows).map(row -> histories.start(row) + histories.size(row)).toArray();
        return new SequenceVectors(encoder, users, histories, levels).after(rows, ends, workers);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        return encoder.onnx(graph, inputs, people);
    }
}
