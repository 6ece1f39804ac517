package org.tandemrec.recommend;

import java.util.List;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Suggestion;

/** Finds the field of a recipe that somebody names, by its name or its option's. */
public final class RecipeFields {
    private RecipeFields() {}

    /**
     * The field of people under that name that a tower reads.
     *
     * @throws BadInputException with the fields there are
     */
    public static Field person(Recipe recipe, String name) {
        return named("person", attributes(recipe), name);
    }

    /**
     * The field of items under that name that a filter can ask for.
     *
     * @throws BadInputException with the fields there are
     */
    public static Field item(Recipe recipe, String name) {
        return named("item", filters(recipe), name);
    }

    /** The fields of people that a tower reads: all but moments and those that are no inputs. */
    public static List<Field> attributes(Recipe recipe) {
        return recipe.personFields().stream()
                .filter(Field::input)
                .filter(field -> field.type() != FieldType.TIME)
                .toList();
    }

    /** The fields of items that a filter can ask for. */
    public static List<Field> filters(Recipe recipe) {
        return recipe.itemFields().stream()
                .filter(
                        field ->
                                switch (field.type()) {
                                    case CATEGORY, CATEGORIES, NUMBER -> true;
                                    case ID, TEXT, TIME, VALUE -> false;
                                })
                .toList();
    }

    private static Field named(String whose, List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) || field.optionName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(whose, fields, name));
    }

    private static BadInputException unknown(String whose, List<Field> fields, String name) {
        List<String> names = fields.stream().map(Field::optionName).toList();
        return new BadInputException(
                "%s field '%s' is not in the recipe, expected %s%s"
                        .formatted(
                                whose,
                                name,
                                names.isEmpty() ? "none" : "one of " + String.join(", ", names),
                                Suggestion.hint(name, names)));
    }
}
