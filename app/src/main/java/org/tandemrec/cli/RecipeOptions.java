package org.tandemrec.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Field;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Suggestion;
import org.tandemrec.recommend.RecipeFields;

/**
 * Reads the options that a recipe names: {@code -a 30}, {@code --age 30}, {@code --age=30} for
 * attributes of people, {@code --genre Comedy} for filters of items.
 */
final class RecipeOptions {
    private final Map<String, String> person = new LinkedHashMap<>();
    private final Map<String, String> where = new LinkedHashMap<>();

    private RecipeOptions() {}

    /**
     * Reads the arguments that the program itself does not know.
     *
     * @throws BadInputException for an option the recipe does not name, or one without a value
     */
    static RecipeOptions read(Recipe recipe, List<String> arguments, List<String> otherOptions) {
        RecipeOptions options = new RecipeOptions();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            options.readOne(recipe, left, otherOptions);
        }
        return options;
    }

    /** What the person says of themselves, by field name. */
    Map<String, String> person() {
        return person;
    }

    /** What an item must be, by field name. */
    Map<String, String> where() {
        return where;
    }

    private void readOne(Recipe recipe, Deque<String> left, List<String> otherOptions) {
        String argument = left.removeFirst();
        int equals = argument.indexOf('=');
        String name = equals > 0 ? argument.substring(0, equals) : argument;
        Optional<String> attached =
                equals > 0 ? Optional.of(argument.substring(equals + 1)) : Optional.empty();
        Optional<Field> personField = find(recipe.personFields(), name);
        Optional<Field> itemField = find(RecipeFields.filters(recipe), name);
        if (personField.isPresent()) {
            person.put(personField.get().name(), value(name, attached, left));
        } else if (itemField.isPresent()) {
            where.put(itemField.get().name(), value(name, attached, left));
        } else {
            throw unknown(recipe, name, otherOptions);
        }
    }

    private static Optional<Field> find(List<Field> fields, String name) {
        return fields.stream().filter(field -> names(field).contains(name)).findFirst();
    }

    private static List<String> names(Field field) {
        List<String> names = new ArrayList<>();
        field.shortName().ifPresent(letter -> names.add("-" + letter));
        names.add("--" + field.optionName());
        names.add("--" + field.name());
        return names;
    }

    private static String value(String name, Optional<String> attached, Deque<String> left) {
        if (attached.isEmpty() && left.isEmpty()) {
            throw new BadInputException(name + " has no value, expected one after it");
        }
        return attached.orElseGet(left::removeFirst);
    }

    private static BadInputException unknown(
            Recipe recipe, String name, List<String> otherOptions) {
        List<String> known = new ArrayList<>();
        recipe.personFields().forEach(field -> known.addAll(names(field)));
        RecipeFields.filters(recipe).forEach(field -> known.addAll(names(field)));
        List<String> all = new ArrayList<>(known);
        all.addAll(otherOptions);
        boolean isOption = name.startsWith("-");
        return new BadInputException(
                "%s; recipe %s has %s%s"
                        .formatted(
                                (isOption ? "unknown option '%s'" : "'%s' belongs to no option")
                                        .formatted(name),
                                recipe.name(),
                                String.join(", ", known.stream().distinct().toList()),
                                Suggestion.hint(name, all)));
    }
}
