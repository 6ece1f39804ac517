package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * What a {@link HistoryTower} has learned.
 *
 * @param fields the names of the attributes it reads
 * @param tables of each, a row for each code
 * @param rows of the history: for each other a row of each level, side by side
 * @param base added to every sum, one row
 * @param output from the hidden numbers to the vector
 * @param outputBase added to every vector, one row
 * @param rowBiases one for each row it was trained on
 * @param biasColumn of the vector, where the row's bias is added
 */
public record TrainedHistory(
        List<String> fields,
        List<Matrix> tables,
        Matrix rows,
        Matrix base,
        Matrix output,
        Matrix outputBase,
        Matrix rowBiases,
        int biasColumn) {
    public TrainedHistory {
        fields = List.copyOf(fields);
        tables = List.copyOf(tables);
    }
}
