package org.tandemrec.towers;

import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.Start;

/**
 * What the branches of a tower share.
 *
 * @param widths of the tower's parts
 * @param joined how wide all branches together are: what the output layer reads
 * @param batchRows how many rows a batch has at most
 */
record TowerPlan(TowerWidths widths, int joined, int batchRows) {
    static TowerPlan of(EncodedTable table, TowerWidths widths, int batchRows) {
        int joined = 0;
        for (EncodedField field : table.fields()) {
            joined += widthOf(field.kind(), widths);
        }
        return new TowerPlan(widths, joined, Math.min(batchRows, table.rows()));
    }

    private static int widthOf(FieldKind kind, TowerWidths widths) {
        return switch (kind) {
            case ID -> widths.id();
            case CATEGORY, CATEGORIES -> widths.attribute();
            case TEXT -> widths.text();
        };
    }

    /** A branch's part of the output layer. */
    Dense outputOf(int branchWidth, long seed) {
        return new Dense(Start.xavier(branchWidth, widths.vector(), joined, seed));
    }

    /** Room for the codes of a batch. */
    Codes codesOf(EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> Codes.singles(batchRows);
            case CATEGORIES, TEXT -> Codes.lists(batchRows, field.width());
        };
    }
}
