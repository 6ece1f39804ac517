package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.StringColumn;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.features.Vocabulary;

/**
 * One cold person for every combination of what people can say of themselves: the recipe's
 * categories that a tower reads. A category with very many values is left out, as are those that
 * would make the combinations too many. For MovieLens 1M: 2 x 7 x 21 people.
 */
final class AttributeCombinations {
    private static final int MOST_VALUES = 64;
    private static final int MOST_PEOPLE = 10_000;

    private AttributeCombinations() {}

    /** The people in the order of the recipe; empty where it has no such category. */
    static List<Person> of(Dataset dataset) {
        List<Map<String, List<String>>> combinations = List.of(Map.of());
        for (Field field : dataset.recipe().personFields()) {
            List<String> values = values(field, dataset);
            if (!values.isEmpty() && combinations.size() * values.size() <= MOST_PEOPLE) {
                combinations = extended(combinations, field.name(), values);
            }
        }
        return combinations.size() == 1
                ? List.of()
                : combinations.stream().map(Person::cold).toList();
    }

    private static List<String> values(Field field, Dataset dataset) {
        if (field.type() != FieldType.CATEGORY || !field.input()) {
            return List.of();
        }
        List<String> values =
                field.values().isEmpty()
                        ? seen(field, dataset)
                        : field.values().stream().map(CategoryValue::code).toList();
        return values.size() > MOST_VALUES ? List.of() : values;
    }

    private static List<String> seen(Field field, Dataset dataset) {
        return dataset.users()
                .column(field.name())
                .flatMap(
                        column ->
                                column instanceof StringColumn strings
                                        ? Optional.of(strings.dictionary())
                                        : Optional.empty())
                .map(values -> Vocabulary.ofDistinct(values).values())
                .orElse(List.of());
    }

    private static List<Map<String, List<String>>> extended(
            List<Map<String, List<String>>> combinations, String field, List<String> values) {
        List<Map<String, List<String>>> longer = new ArrayList<>();
        for (Map<String, List<String>> combination : combinations) {
            for (String value : values) {
                Map<String, List<String>> extended = new LinkedHashMap<>(combination);
                extended.put(field, List.of(value));
                longer.add(extended);
            }
        }
        return longer;
    }
}
