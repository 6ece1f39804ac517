package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Source;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;

/** The cells of an interaction: its user, its item, and its value and time where it has them. */
final class InteractionCells {
    private static final double NEAR = 1e-6;

    private final List<Wanted> wanted = new ArrayList<>();
    private final Optional<ValueScale> scale;
    private final int valueCell;
    private final int timeCell;
    private float value = 1;
    private long time = TimeColumn.MISSING;

    InteractionCells(Source source, Optional<ValueScale> scale) {
        this.scale = scale;
        want(source.field("user").orElseThrow(), Wanted.Form.ID);
        want(source.field("item").orElseThrow(), Wanted.Form.ID);
        this.valueCell = want(source.first(FieldType.VALUE), Wanted.Form.NUMBER);
        this.timeCell = want(source.first(FieldType.TIME), Wanted.Form.TIME);
    }

    private int want(Optional<Field> field, Wanted.Form form) {
        return field.map(known -> want(known, form)).orElse(-1);
    }

    private int want(Field field, Wanted.Form form) {
        wanted.add(new Wanted(field.column(), form, "|"));
        return wanted.size() - 1;
    }

    /** The columns: user, item, then those the source has. */
    List<Wanted> wanted() {
        return List.copyOf(wanted);
    }

    /** Reads value and time of a row; gives what is wrong with them. */
    Optional<CellProblem> read(Rows rows) {
        Optional<CellProblem> problem = valueCell < 0 ? Optional.empty() : readValue(rows);
        return problem.isPresent() || timeCell < 0 ? problem : readTime(rows);
    }

    private Optional<CellProblem> readValue(Rows rows) {
        double number = rows.number(valueCell);
        value = (float) number;
        if (Double.isNaN(number)) {
            String text = rows.text(valueCell);
            String found = text.isBlank() ? "empty" : "'" + text + "'";
            return problem(valueCell, "is %s, expected a number".formatted(found));
        }
        return scale.filter(known -> !isOn(known, number))
                .flatMap(known -> problem(valueCell, outside(known, number)));
    }

    private static boolean isOn(ValueScale scale, double number) {
        double steps = (number - scale.from()) / scale.step();
        return number >= scale.from() - NEAR
                && number <= scale.to() + NEAR
                && Math.abs(steps - Math.rint(steps)) < NEAR;
    }

    private static String outside(ValueScale scale, double number) {
        return "is %s, expected %s to %s in steps of %s"
                .formatted(
                        Plain.number(number),
                        Plain.number(scale.from()),
                        Plain.number(scale.to()),
                        Plain.number(scale.step()));
    }

    private Optional<CellProblem> readTime(Rows rows) {
        long count = rows.integer(timeCell);
        if (count != Rows.NO_INTEGER) {
            time = Moments.seconds(count);
            return Optional.empty();
        }
        String text = rows.text(timeCell);
        time = Moments.parse(text);
        return time == TimeColumn.MISSING && !text.isBlank()
                ? problem(timeCell, TimeReader.refusal(text))
                : Optional.empty();
    }

    private Optional<CellProblem> problem(int cell, String reason) {
        return Optional.of(new CellProblem(wanted.get(cell).column(), reason));
    }

    /** The value of the row read last; 1 where the source has none. */
    float value() {
        return value;
    }

    /** The moment of the row read last, or {@link TimeColumn#MISSING}. */
    long time() {
        return time;
    }
}
