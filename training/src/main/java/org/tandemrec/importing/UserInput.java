package org.tandemrec.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberRange;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.UnknownCode;

/**
 * One input of a foreign user tower. A person may say any of its values, so our tower has an input
 * of the same meaning, whose vocabulary is the values that the foreign one has codes for.
 */
final class UserInput {
    private static final long MOST_NUMBERS = 10_000;

    private final InputMapping mapping;
    private final FieldCells cells;
    private final Vocabulary texts;

    UserInput(InputMapping mapping, FieldCells cells) {
        this.mapping = mapping;
        this.cells = cells;
        this.texts = texts();
    }

    /**
     * The values as they stand in the data. Every user has a row, whether the tower knows it or
     * not.
     */
    private Vocabulary texts() {
        if (cells.kind() == FieldKind.ID) {
            return Vocabulary.ofDistinct(distinctCells());
        }
        List<CategoryValue> closed = cells.field().map(Field::values).orElse(List.of());
        if (!closed.isEmpty()) {
            return new Vocabulary(withCode(closed.stream().map(CategoryValue::code).toList()));
        }
        Set<String> open = distinctCells();
        open.addAll(encodedValues());
        return Vocabulary.ofDistinct(withCode(open));
    }

    private Set<String> distinctCells() {
        Set<String> distinct = new LinkedHashSet<>();
        for (int cell = 0; cell < cells.column().size(); cell++) {
            distinct.addAll(textsAt(cell));
        }
        return distinct;
    }

    private List<String> textsAt(int cell) {
        return cells.kind() == FieldKind.TEXT
                ? cells.at(cell).stream()
                        .flatMap(text -> mapping.reading().values(text).stream())
                        .toList()
                : cells.at(cell);
    }

    /** What a person may say though nobody in the data has. A pattern's values are no cells. */
    private Collection<String> encodedValues() {
        if (mapping.reading().pattern().isPresent() && cells.kind() != FieldKind.TEXT) {
            return List.of();
        }
        return switch (mapping.encoding()) {
            case Encoding.Listed listed -> listed.codes().keySet();
            case Encoding.WholeNumbers numbers ->
                    LongStream.rangeClosed(numbers.from(), numbers.to())
                            .limit(MOST_NUMBERS)
                            .mapToObj(Long::toString)
                            .toList();
        };
    }

    private List<String> withCode(Collection<String> values) {
        return values.stream().filter(value -> ownCode(value).isPresent()).toList();
    }

    /** The code of a value; several values a row may also share the one of what is missing. */
    private OptionalLong ownCode(String text) {
        if (cells.kind() == FieldKind.TEXT) {
            return mapping.codeOf(text);
        }
        String value = mapping.reading().values(text).getFirst();
        return isSeveral() ? mapping.codeOf(value) : mapping.encoding().codeOf(value);
    }

    private boolean isSeveral() {
        return cells.kind() == FieldKind.CATEGORIES || cells.kind() == FieldKind.TEXT;
    }

    /** The values as the bundle has them; a number is a range that holds nothing else. */
    Vocabulary vocabulary() {
        if (!isNumber()) {
            return texts;
        }
        return new Vocabulary(
                texts.values().stream().map(text -> NumberRange.parse(text).toString()).toList());
    }

    private boolean isNumber() {
        return cells.field().filter(field -> field.type() == FieldType.NUMBER).isPresent();
    }

    /**
     * Every user as codes; the id of one that the tower does not know is 0.
     *
     * @param rowOfCell the row of each user
     */
    EncodedField encoded(int[] rowOfCell) {
        int width = isSeveral() ? mapping.codesInRow() : 1;
        int[] codes = new int[(rowOfCell.length + 1) * width];
        for (int cell = 0; cell < rowOfCell.length; cell++) {
            int[] row = rowsOf(cell, width);
            System.arraycopy(row, 0, codes, rowOfCell[cell] * width, row.length);
        }
        return new EncodedField(cells.name(), cells.kind(), texts.rows(), width, codes);
    }

    private int[] rowsOf(int cell, int width) {
        return textsAt(cell).stream()
                .filter(text -> ownCode(text).isPresent())
                .mapToInt(texts::rowOf)
                .filter(row -> row != Vocabulary.UNKNOWN)
                .limit(width)
                .toArray();
    }

    /** The foreign codes by our codes. */
    CodeTable table() {
        CodeTable table =
                isSeveral()
                        ? new CodeTable(texts.rows(), InputMapping.ONE_CODE, mapping.padding())
                        : new CodeTable(texts.rows(), mapping.width(), mapping.padding());
        long unknown = mapping.missing().orElse(mapping.encoding().lowest());
        table.set(Vocabulary.UNKNOWN, 0, isSeveral() ? mapping.padding() : unknown);
        for (int row = 1; row < texts.rows(); row++) {
            table.set(row, 0, ownCode(texts.valueAt(row)).orElse(unknown));
        }
        return table;
    }

    /** What the tower makes of code 0. */
    UnknownCode unknown() {
        if (isSeveral()) {
            return new UnknownCode.OwnRow();
        }
        if (mapping.missing().isEmpty()) {
            return new UnknownCode.Refused();
        }
        return mapping.standIn()
                .<UnknownCode>map(UnknownCode.StandIn::new)
                .orElse(new UnknownCode.OwnRow());
    }

    /** The values of the recipe with what a person says for each. */
    List<CategoryValue> askedValues() {
        List<CategoryValue> known = cells.field().map(Field::values).orElse(List.of());
        if (!mapping.askedByCode()) {
            return known;
        }
        List<CategoryValue> asked = new ArrayList<>();
        for (CategoryValue value : known.isEmpty() ? plainValues() : known) {
            asked.add(asked(value));
        }
        return asked;
    }

    private List<CategoryValue> plainValues() {
        return texts.values().stream()
                .map(text -> new CategoryValue(text, text, Optional.empty()))
                .toList();
    }

    private CategoryValue asked(CategoryValue value) {
        OptionalLong code = ownCode(value.code());
        return code.isEmpty()
                ? value
                : new CategoryValue(
                        value.code(),
                        value.label(),
                        value.range(),
                        Optional.of(Long.toString(code.getAsLong())));
    }

    /** The field it reads. */
    String field() {
        return cells.name();
    }
}
