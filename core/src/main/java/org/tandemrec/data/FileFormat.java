package org.tandemrec.data;

/**
 * How the lines of a source are written.
 *
 * @param kind the family of formats
 * @param delimiter between two cells of {@link Kind#DELIMITED} files; may have several characters
 * @param header whether the first line names the columns
 * @param encoding {@code utf-8} or {@code latin-1}
 * @param quoted whether a cell may stand in double quotes
 */
public record FileFormat(
        Kind kind, String delimiter, boolean header, String encoding, boolean quoted) {
    /** The families of formats; compression is recognised from the file's name. */
    public enum Kind {
        DELIMITED,
        JSON_LINES,
        PARQUET
    }

    public FileFormat {
        if (kind == Kind.DELIMITED && delimiter.isEmpty()) {
            throw new BadInputException("delimiter is empty, expected a text such as ','");
        }
        if (!encoding.equals("utf-8") && !encoding.equals("latin-1")) {
            throw new BadInputException(
                    "encoding is '%s', expected utf-8 or latin-1".formatted(encoding));
        }
    }
}
