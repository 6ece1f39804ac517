package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.TimeColumn;

/** Reads moments. */
final class TimeReader extends OneCellReader {
    private final List<Long> cells = new ArrayList<>();
    private long pending = TimeColumn.MISSING;

    TimeReader(Field field) {
        super(field);
    }

    @Override
    Optional<String> accept(String text) {
        pending = Moments.parse(text);
        return pending == TimeColumn.MISSING && !text.isEmpty()
                ? Optional.of(refusal(text))
                : Optional.empty();
    }

    static String refusal(String text) {
        return "is '%s', expected seconds since 1970 or a date such as 2024-05-31 or 2024-05-31T18:00:00Z"
                .formatted(text);
    }

    @Override
    public void keep() {
        cells.add(pending);
    }

    @Override
    public void keepMissing() {
        cells.add(TimeColumn.MISSING);
    }

    @Override
    public Column column() {
        return new TimeColumn(cells.stream().mapToLong(Long::longValue).toArray());
    }
}
