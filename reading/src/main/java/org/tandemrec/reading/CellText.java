package org.tandemrec.reading;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemrec.data.Field;

/** The text of a field in its cell: what the field's pattern finds there, if it has one. */
final class CellText {
    private final Optional<Pattern> pattern;
    private final Set<String> missing;

    CellText(Field field) {
        this.pattern = field.pattern().map(Pattern::compile);
        this.missing = Set.copyOf(field.missing());
    }

    /** The text; empty where nothing is known. */
    String of(String cell) {
        String text = pattern.map(known -> found(known.matcher(cell))).orElse(cell);
        return isMissing(text) ? "" : text;
    }

    boolean isMissing(String text) {
        return text.isBlank() || missing.contains(text);
    }

    private static String found(Matcher matcher) {
        return matcher.find() ? Optional.ofNullable(matcher.group(1)).orElse("") : "";
    }
}
