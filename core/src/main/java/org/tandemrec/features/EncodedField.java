package org.tandemrec.features;

/**
 * One field of many users or items as codes. Immutable by agreement: {@link #codes()} hands out the
 * array itself, for reading only, because the training loop runs over it.
 */
public final class EncodedField {
    private final String name;
    private final FieldKind kind;
    private final int vocabularyRows;
    private final int width;
    private final int[] codes;

    /**
     * A field of {@code codes.length / width} users or items.
     *
     * @param name the recipe's name of the field, {@link Vocabularies#ID} for the id
     * @param kind how a tower reads it
     * @param vocabularyRows codes are from 0 (unknown, padding) to {@code vocabularyRows - 1}
     * @param width how many codes each user or item has; 1 for {@link FieldKind#ID} and {@link
     *     FieldKind#CATEGORY}
     * @param codes the codes, row by row
     */
    public EncodedField(String name, FieldKind kind, int vocabularyRows, int width, int[] codes) {
        if (width < 1 || codes.length % width != 0) {
            throw new IllegalArgumentException(
                    "field %s: %d codes are no rows of %d".formatted(name, codes.length, width));
        }
        this.name = name;
        this.kind = kind;
        this.vocabularyRows = vocabularyRows;
        this.width = width;
        this.codes = codes;
    }

    public String name() {
        return name;
    }

    public FieldKind kind() {
        return kind;
    }

    /** How many codes there are, the unknown one among them. */
    public int vocabularyRows() {
        return vocabularyRows;
    }

    /** How many codes one user or item has. */
    public int width() {
        return width;
    }

    /** The codes, {@link #width()} for each row; not to be written to. */
    public int[] codes() {
        return codes;
    }

    /** Some of the rows, in the order given. */
    EncodedField select(int[] rows) {
        int[] chosen = new int[rows.length * width];
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(codes, rows[at] * width, chosen, at * width, width);
        }
        return new EncodedField(name, kind, vocabularyRows, width, chosen);
    }

    /** How many users or items there are. */
    public int rows() {
        return codes.length / width;
    }
}
