package org.tandemrec.data;

import java.util.List;

/** How a {@link FieldType#CATEGORIES} field lies in its file. */
public sealed interface CellLayout {
    /** Several values in one cell: {@code Comedy|Drama}. */
    record Separated(String separator) implements CellLayout {
        public Separated {
            if (separator.isEmpty()) {
                throw new BadInputException("separator is empty, expected a text such as '|'");
            }
        }
    }

    /** One column of 0 and 1 for each value; the columns carry the values' names. */
    record Flags(List<String> columns) implements CellLayout {
        public Flags {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One value a row in another file.
     *
     * @param file the other file, with the same format as the source's own
     * @param columns the other file's columns in order; empty where its first line names them
     * @param key the column that names the user or item
     * @param value the column that holds the value
     */
    record OtherFile(String file, List<String> columns, String key, String value)
            implements CellLayout {
        public OtherFile {
            columns = List.copyOf(columns);
        }
    }
}
