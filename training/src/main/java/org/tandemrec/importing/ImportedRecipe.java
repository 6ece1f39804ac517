package org.tandemrec.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Source;

/**
 * The recipe of a bundle of imported towers: the data's own, but that only the fields which these
 * towers read are inputs, and that people are asked as the mapping says.
 */
final class ImportedRecipe {
    private ImportedRecipe() {}

    static Recipe of(Recipe recipe, Map<String, UserInput> users, Mapping.TowerMapping items) {
        Set<String> itemFields =
                items.inputs().values().stream()
                        .map(InputMapping::field)
                        .collect(Collectors.toSet());
        return new Recipe(
                recipe.name(),
                recipe.title(),
                recipe.licence(),
                recipe.recognisedBy(),
                recipe.users().map(source -> with(source, field -> user(field, users))),
                with(recipe.items(), field -> item(field, itemFields)),
                recipe.interactions(),
                recipe.scale());
    }

    private static Source with(Source source, UnaryOperator<Field> change) {
        return new Source(
                source.file(),
                source.format(),
                source.query(),
                source.columns(),
                source.fields().stream()
                        .map(field -> field.type() == FieldType.ID ? field : change.apply(field))
                        .toList());
    }

    private static Field user(Field field, Map<String, UserInput> users) {
        Optional<UserInput> input = Optional.ofNullable(users.get(field.name()));
        return with(
                field, input.isPresent(), input.map(UserInput::askedValues).orElse(field.values()));
    }

    private static Field item(Field field, Set<String> read) {
        return with(field, read.contains(field.name()), field.values());
    }

    private static Field with(Field field, boolean input, List<CategoryValue> values) {
        return new Field(
                field.name(),
                field.type(),
                field.column(),
                field.pattern(),
                field.cells(),
                values,
                field.shortName(),
                field.option(),
                input,
                field.missing());
    }
}
