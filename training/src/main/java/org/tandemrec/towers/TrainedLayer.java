package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * What a {@link HistoryLayer} has learned.
 *
 * @param fields the names of the attributes it reads
 * @param tables of each, a row for each code
 * @param rows of the history: for each other a row of each level, side by side
 * @param base added to every sum, one row
 */
public record TrainedLayer(List<String> fields, List<Matrix> tables, Matrix rows, Matrix base) {
    public TrainedLayer {
        fields = List.copyOf(fields);
        tables = List.copyOf(tables);
    }

    /** How many hidden numbers there are. */
    int width() {
        return base.columns();
    }
}
