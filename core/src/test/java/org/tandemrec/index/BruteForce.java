package org.tandemrec.index;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a search must find, by the simplest means: the oracle of the contract. */
final class BruteForce {
    private BruteForce() {}

    static List<Hit> search(Collection<IndexedItem> items, SearchRequest request) {
        return items.stream()
                .filter(item -> passes(item, request.filter()))
                .map(item -> new Hit(item.id(), item.vector().dot(request.vector())))
                .sorted(Hit.BEST_FIRST)
                .limit(request.k())
                .toList();
    }

    static boolean passes(IndexedItem item, Filter filter) {
        return switch (filter) {
            case Filter.Everything() -> true;
            case Filter.All(List<Filter> parts) ->
                    parts.stream().allMatch(part -> passes(item, part));
            case Filter.HasAnyOf(String field, Set<String> keywords) ->
                    item.fields().get(field) instanceof FieldValue.Keywords(Set<String> values)
                            && values.stream().anyMatch(keywords::contains);
            case Filter.Between(var field, var from, var to) ->
                    item.fields().get(field) instanceof FieldValue.Numeric(double value)
                            && value >= from.orElse(value)
                            && value <= to.orElse(value);
            case Filter.IdIn(Set<String> ids) -> ids.contains(item.id());
            case Filter.IdNotIn(Set<String> ids) -> !ids.contains(item.id());
        };
    }
}
