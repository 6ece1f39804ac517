package org.tandemrec.reading;

/** Texts and names as SQL writes them. */
final class Sql {
    private Sql() {}

    /** A text: {@code 'it''s'}. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A column's name: {@code "user"}. */
    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
