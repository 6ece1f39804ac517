package org.tandemrec.reading;

import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;

/** Reads words. */
final class TextReader extends OneCellReader {
    private final StringCells cells = new StringCells();
    private String pending = "";

    TextReader(Field field) {
        super(field);
    }

    @Override
    Optional<String> accept(String text) {
        pending = text.strip();
        return Optional.empty();
    }

    @Override
    public void keep() {
        cells.add(pending);
    }

    @Override
    public void keepMissing() {
        cells.add("");
    }

    @Override
    public Column column() {
        return cells.column();
    }
}
