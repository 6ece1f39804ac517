package org.tandemrec.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;

/** Reads several values that stand in one cell. */
final class SeparatedReader extends OneCellReader {
    private final Pattern separator;
    private final ListCells cells;

    SeparatedReader(Field field, String separator) {
        super(field, separator);
        this.separator = Pattern.compile(Pattern.quote(separator));
        this.cells = new ListCells(field);
    }

    @Override
    Optional<String> accept(String text) {
        return cells.hold(Arrays.asList(separator.split(text)));
    }

    @Override
    public void keep() {
        cells.keep();
    }

    @Override
    public void keepMissing() {
        cells.keepMissing();
    }

    @Override
    public Column column() {
        return cells.column();
    }
}
