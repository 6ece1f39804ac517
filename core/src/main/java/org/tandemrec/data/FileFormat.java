package org.tandemrec.data;

import java.util.Locale;

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
        PARQUET;

        /** The word that recipes use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public FileFormat {
        if (kind == Kind.DELIMITED && delimiter.isEmpty()) {
            throw new BadInputException("delimiter is empty, expected a text such as ','");
        }
        if (!encoding.equals("utf-8") && !encoding.equals("latin-1")) {
            throw new BadInputException(
                    "encoding is '%s', expected utf-8 or latin-1".formatted(encoding));
        }
        if (quoted && delimiter.length() != 1) {
            throw new BadInputException(
                    "quoted files need a delimiter of one character, found '%s'; set quoted: false"
                            .formatted(delimiter));
        }
    }

    /** The kind that a file's name speaks of, its compression aside. */
    static Kind kindOf(String file) {
        return switch (ending(file)) {
            case "parquet" -> Kind.PARQUET;
            case "json", "jsonl", "ndjson" -> Kind.JSON_LINES;
            default -> Kind.DELIMITED;
        };
    }

    /** The delimiter that a file's name speaks of. */
    static String delimiterOf(String file) {
        return switch (ending(file)) {
            case "tsv", "tab" -> "\t";
            default -> ",";
        };
    }

    private static String ending(String file) {
        String plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
