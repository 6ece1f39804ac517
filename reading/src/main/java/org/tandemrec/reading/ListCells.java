package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.StringListColumn;

/** Gathers the cells of a column of lists. */
final class ListCells {
    private final Categories categories;
    private final CellText texts;
    private final List<List<String>> cells = new ArrayList<>();
    private List<String> pending = List.of();

    ListCells(Field field) {
        this.categories = new Categories(field.values());
        this.texts = new CellText(field);
    }

    Optional<String> hold(List<String> elements) {
        List<String> codes = new ArrayList<>();
        for (String element : elements) {
            String text = element.strip();
            if (texts.isMissing(text)) {
                continue;
            }
            Optional<String> code = categories.codeOf(text);
            if (code.isEmpty()) {
                return Optional.of(categories.refusal(text));
            }
            if (!codes.contains(code.get())) {
                codes.add(code.get());
            }
        }
        pending = List.copyOf(codes);
        return Optional.empty();
    }

    void keep() {
        cells.add(pending);
    }

    void keepMissing() {
        cells.add(List.of());
    }

    Column column() {
        return StringListColumn.of(cells);
    }
}
