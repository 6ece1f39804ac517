package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a query whose result {@link QueryRows} reads: first the defect of the row (null
 * where it has none, empty where the line is blank), then for each wanted column its number, where
 * its form has one, and its text. A text is null where the number says it all, so that most rows
 * cross into Java as numbers alone.
 */
final class TypedColumns {
    static final String NO_INTEGER = "CAST('" + Rows.NO_INTEGER + "' AS BIGINT)";

    private TypedColumns() {}

    /** The select list for expressions that give each wanted column as text. */
    static String of(String defect, List<Wanted> wanted, List<String> texts) {
        List<String> columns = new ArrayList<>();
        columns.add(defect);
        for (int position = 0; position < texts.size(); position++) {
            add(columns, wanted.get(position).form(), texts.get(position));
        }
        return String.join(", ", columns);
    }

    private static void add(List<String> columns, Wanted.Form form, String text) {
        switch (form) {
            case TEXT -> columns.add(text);
            case ID -> {
                String number = "TRY_CAST(%s AS BIGINT)".formatted(text);
                String plain = "CAST(%s AS VARCHAR) = %s".formatted(number, text);
                columns.add(
                        "CASE WHEN %s THEN %s ELSE %s END".formatted(plain, number, NO_INTEGER));
                columns.add("CASE WHEN %s THEN NULL ELSE %s END".formatted(plain, text));
            }
            case TIME -> {
                String number = "TRY_CAST(%s AS BIGINT)".formatted(text);
                columns.add("COALESCE(%s, %s)".formatted(number, NO_INTEGER));
                columns.add("CASE WHEN %s IS NULL THEN %s END".formatted(number, text));
            }
            case NUMBER -> {
                String number = "TRY_CAST(%s AS DOUBLE)".formatted(text);
                String plain = "COALESCE(isfinite(%s), false)".formatted(number);
                columns.add("CASE WHEN %s THEN %s ELSE 'nan' END".formatted(plain, number));
                columns.add("CASE WHEN %s THEN NULL ELSE %s END".formatted(plain, text));
            }
        }
    }
}
