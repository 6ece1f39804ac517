package org.tandemrec.data;

/**
 * A row that could not be read.
 *
 * @param file the file's name within the data
 * @param line its line, counted from 1
 * @param column the column at fault, empty where the whole row is
 * @param reason what was found and what was expected, as it goes on after the column's name: {@code
 *     is 'x', expected a number}
 */
public record Rejection(String file, long line, String column, String reason) {
    @Override
    public String toString() {
        return "%s:%d: %s%s".formatted(file, line, column.isEmpty() ? "" : column + " ", reason);
    }
}
