package org.tandemrec.reading;

import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;

/** Reads one value of a set. */
final class CategoryReader extends OneCellReader {
    private final Categories categories;
    private final StringCells cells = new StringCells();
    private String pending = "";

    CategoryReader(Field field) {
        super(field);
        this.categories = new Categories(field.values());
    }

    @Override
    Optional<String> accept(String text) {
        Optional<String> code = text.isEmpty() ? Optional.of("") : categories.codeOf(text.strip());
        pending = code.orElse("");
        return code.isPresent() ? Optional.empty() : Optional.of(categories.refusal(text));
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
