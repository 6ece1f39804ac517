package org.tandemrec.reading;

import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Field;

/** Reads a field that stands in one cell. */
abstract class OneCellReader implements FieldReader {
    private final Wanted wanted;
    private final CellText texts;

    OneCellReader(Field field) {
        this(field, "|");
    }

    OneCellReader(Field field, String separator) {
        this.wanted = new Wanted(field.column(), Wanted.Form.TEXT, separator);
        this.texts = new CellText(field);
    }

    /** Holds what a text means; gives what is wrong with it. */
    abstract Optional<String> accept(String text);

    @Override
    public List<Wanted> wanted() {
        return List.of(wanted);
    }

    @Override
    public Optional<CellProblem> read(Rows rows, int first) {
        return accept(texts.of(rows.text(first)))
                .map(reason -> new CellProblem(wanted.column(), reason));
    }
}
