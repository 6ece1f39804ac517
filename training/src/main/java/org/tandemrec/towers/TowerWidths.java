package org.tandemrec.towers;

import org.tandemrec.data.BadInputException;

/**
 * How wide the parts of a tower are.
 *
 * @param id the embedding of an id
 * @param attribute the embedding of a category
 * @param word the embedding of a word
 * @param text how many filters read a text
 * @param vector the tower's output
 */
public record TowerWidths(int id, int attribute, int word, int text, int vector) {
    /** The widths of the fusion model. */
    public static final TowerWidths FUSION = new TowerWidths(256, 16, 32, 32, 200);

    private static final int WIDEST = 4096;

    public TowerWidths {
        check("id-width", id);
        check("attribute-width", attribute);
        check("word-width", word);
        check("text-width", text);
        check("vector-width", vector);
    }

    private static void check(String name, int width) {
        if (width < 1 || width > WIDEST) {
            throw new BadInputException(
                    "%s is %d, expected 1 to %d".formatted(name, width, WIDEST));
        }
    }
}
