package org.tandemrec.towers;

import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/** A trained row for each code, added to the rows of a batch, scaled. */
final class EventTable {
    private final DenseParameter table;
    private final float scale;

    /** A table that starts at these values, which become its own. */
    EventTable(Matrix values, float scale) {
        this.table = new DenseParameter(values);
        this.scale = scale;
    }

    /** A table with the same values and gradients of its own. */
    EventTable sharing() {
        return new EventTable(table.values(), scale);
    }

    DenseParameter parameter() {
        return table;
    }

    void add(int code, Matrix rows, int row) {
        add(table.values(), code, rows, row);
    }

    void addGradient(int code, Matrix gradient, int row) {
        add(gradient, row, table.gradient(), code);
    }

    private void add(Matrix source, int sourceRow, Matrix target, int targetRow) {
        Rows.addScaled(
                target.values(),
                target.offset(targetRow),
                scale,
                source.values(),
                source.offset(sourceRow),
                source.stride());
    }

    /** The rows of codes of any shape. */
    OnnxValue onnx(OnnxGraph graph, OnnxValue codes) {
        OnnxValue rows = graph.node("Gather", graph.constant(table.values()), codes);
        return scale == 1 ? rows : graph.node("Mul", rows, graph.number(scale));
    }
}
