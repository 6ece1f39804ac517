package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.NumberColumn;

/** Reads quantities. */
final class NumberReader extends OneCellReader {
    private final List<Double> cells = new ArrayList<>();
    private double pending = Double.NaN;

    NumberReader(Field field) {
        super(field);
    }

    @Override
    Optional<String> accept(String text) {
        pending = Numbers.number(text);
        return Double.isNaN(pending) && !text.isEmpty()
                ? Optional.of("is '%s', expected a number".formatted(text))
                : Optional.empty();
    }

    @Override
    public void keep() {
        cells.add(pending);
    }

    @Override
    public void keepMissing() {
        cells.add(Double.NaN);
    }

    @Override
    public Column column() {
        return new NumberColumn(cells.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
