package org.tandemrec.parts;

import java.util.List;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;

/**
 * One table row for each value of an attribute, or for each pair of values of two; what is not
 * known has none.
 *
 * @param fields one or two names
 * @param codes how many codes each field has
 */
public record AttributeTerm(List<String> fields, List<Integer> codes) {
    public AttributeTerm {
        fields = List.copyOf(fields);
        codes = List.copyOf(codes);
    }

    /** The term of some fields. */
    public static AttributeTerm of(List<EncodedField> fields) {
        return new AttributeTerm(
                fields.stream().map(EncodedField::name).toList(),
                fields.stream().map(EncodedField::vocabularyRows).toList());
    }

    /** How many cells there are, those of what is not known among them. */
    public int cells() {
        return codes.stream().reduce(1, Math::multiplyExact);
    }

    /** The cell of a row of users; empty cells, where something is not known, are below 0. */
    public int cell(EncodedTable users, int row) {
        int cell = 0;
        for (int at = 0; at < fields.size(); at++) {
            int code = users.field(fields.get(at)).orElseThrow().codes()[row];
            if (code == 0) {
                return -1;
            }
            cell = cell * codes.get(at) + code;
        }
        return cell;
    }

    /** The rows of a table that has zeros where something is not known. */
    OnnxValue look(OnnxGraph graph, Matrix table, UserInputs inputs) {
        OnnxValue cell = inputs.code(fields.getFirst());
        for (int at = 1; at < fields.size(); at++) {
            cell = graph.node("Mul", cell, graph.integer(codes.get(at)));
            cell = graph.node("Add", cell, inputs.code(fields.get(at)));
        }
        return graph.node("Gather", graph.constant(table), cell);
    }
}
