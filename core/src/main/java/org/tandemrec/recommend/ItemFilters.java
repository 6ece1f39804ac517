package org.tandemrec.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberRange;
import org.tandemrec.features.AttributeReader;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.index.Filter;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.model.ModelBundle;

/** Turns what a query says of items into a filter, and refuses what the bundle does not have. */
final class ItemFilters {
    private final ModelBundle bundle;
    private final Map<String, Vocabulary> valuesByField = new ConcurrentHashMap<>();

    ItemFilters(ModelBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The filter of a query.
     *
     * @param seen ids of items to hide besides those the query excludes
     */
    Filter of(Query query, Collection<String> seen) {
        List<Filter> parts = new ArrayList<>();
        query.where().forEach((name, text) -> parts.add(where(name, text)));
        Set<String> hidden = new HashSet<>(seen);
        hidden.addAll(known(query.exclude()));
        if (!hidden.isEmpty()) {
            parts.add(new Filter.IdNotIn(hidden));
        }
        if (!query.among().isEmpty()) {
            parts.add(new Filter.IdIn(Set.copyOf(known(query.among()))));
        }
        return parts.isEmpty() ? new Filter.Everything() : new Filter.All(parts);
    }

    /** The ids, every one of them in the catalogue. */
    Collection<String> known(Collection<String> ids) {
        for (String id : ids) {
            if (bundle.item(id).isEmpty()) {
                throw new BadInputException(
                        "item '%s' is not in bundle %s; 'tandem search WORDS' finds ids by title"
                                .formatted(id, bundle.id()));
            }
        }
        return ids;
    }

    private Filter where(String name, String text) {
        Field field = RecipeFields.item(bundle.recipe(), name);
        if (field.type() == FieldType.NUMBER) {
            NumberRange range = range(field, text);
            return new Filter.Between(field.name(), finite(range.from()), finite(range.to()));
        }
        Vocabulary values = valuesByField.computeIfAbsent(field.name(), this::values);
        Set<String> keywords = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            keywords.add(AttributeReader.read(field, values, part).code());
        }
        return new Filter.HasAnyOf(field.name(), keywords);
    }

    private static NumberRange range(Field field, String text) {
        try {
            return NumberRange.parse(text);
        } catch (BadInputException refused) {
            throw new BadInputException(
                    "%s: %s".formatted(field.name(), refused.getMessage()), refused);
        }
    }

    private Vocabulary values(String field) {
        Set<String> values = new TreeSet<>();
        for (CatalogueItem item : bundle.catalogue()) {
            values.addAll(item.categories().getOrDefault(field, List.of()));
        }
        return Vocabulary.ofDistinct(values);
    }

    private static OptionalDouble finite(double end) {
        return Double.isInfinite(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
    }
}
