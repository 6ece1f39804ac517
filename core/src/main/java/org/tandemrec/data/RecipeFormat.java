package org.tandemrec.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A recipe as a tree of JSON or YAML, both ways. The mapping is by hand and strict: what is not
 * understood is refused with its place, so that a misspelt key is never a setting that silently
 * does nothing. {@code docs/recipes.md} describes every key.
 */
public final class RecipeFormat {
    private RecipeFormat() {}

    /**
     * Reads a recipe.
     *
     * @param tree the root of the document
     * @param origin the file's name, for messages
     * @throws BadInputException where a key is unknown, missing or has a value that cannot be
     */
    public static Recipe read(JsonNode tree, String origin) {
        return new RecipeReader(origin).recipe(new DocumentPart(origin, "", tree));
    }

    /** The tree of a recipe, with nothing left to a default; reading it gives an equal recipe. */
    public static ObjectNode write(Recipe recipe) {
        return RecipeWriter.tree(recipe);
    }
}
