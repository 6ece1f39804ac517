package org.tandemrec.milvus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemrec.index.Filter;

/**
 * A filter in the three parts that a search treats differently.
 *
 * @param among the only ids that may be found, where the filter names them
 * @param hidden ids that must not be found
 * @param conditions what the server checks, all of which must hold
 * @param impossible whether nothing can pass
 */
record FilterPlan(
        Optional<Set<String>> among,
        Set<String> hidden,
        List<String> conditions,
        boolean impossible) {
    /** The expression of the conditions and more; empty where there are none. */
    String expression(String... more) {
        return String.join(" and ", Stream.concat(conditions.stream(), Stream.of(more)).toList());
    }

    /** The items that one condition of the server's lets pass. */
    static FilterPlan where(String... conditions) {
        return new FilterPlan(Optional.empty(), Set.of(), List.of(conditions), false);
    }

    static FilterPlan of(Filter filter, Columns columns) {
        Reading reading = new Reading(columns);
        reading.add(filter);
        return reading.plan();
    }

    /** Takes a filter apart. */
    private static final class Reading {
        private final Columns columns;
        private final Set<String> hidden = new HashSet<>();
        private final List<String> conditions = new ArrayList<>();
        private Optional<Set<String>> among = Optional.empty();
        private boolean impossible;

        Reading(Columns columns) {
            this.columns = columns;
        }

        FilterPlan plan() {
            among.ifPresent(ids -> ids.removeAll(hidden));
            boolean none = impossible || among.filter(Set::isEmpty).isPresent();
            return new FilterPlan(among, hidden, List.copyOf(conditions), none);
        }

        void add(Filter filter) {
            switch (filter) {
                case Filter.Everything() -> {}
                case Filter.All(List<Filter> parts) -> parts.forEach(this::add);
                case Filter.HasAnyOf(String field, Set<String> keywords) ->
                        addKeywords(field, keywords);
                case Filter.Between(var field, var from, var to) ->
                        addRange(
                                field,
                                from.orElse(Double.NEGATIVE_INFINITY),
                                to.orElse(Double.POSITIVE_INFINITY));
                case Filter.IdIn(Set<String> ids) -> addAmong(ids);
                case Filter.IdNotIn(Set<String> ids) -> hidden.addAll(ids);
            }
        }

        private void addAmong(Set<String> ids) {
            Set<String> both = new HashSet<>(ids);
            among.ifPresent(both::retainAll);
            among = Optional.of(both);
        }

        private void addKeywords(String field, Set<String> keywords) {
            if (keywords.isEmpty()) {
                impossible = true;
            } else if (columns.partitionKey().filter(field::equals).isPresent()) {
                conditions.add(Columns.PARTITION + " in " + Literals.texts(keywords));
            } else {
                List<String> tokens =
                        keywords.stream().map(keyword -> Columns.token(field, keyword)).toList();
                conditions.add(
                        "array_contains_any(%s, %s)"
                                .formatted(Columns.KEYWORDS, Literals.texts(tokens)));
            }
        }

        // The lowest finite number stands for an absent one, so every range begins above it.
        private void addRange(String field, double from, double to) {
            if (from == Double.POSITIVE_INFINITY || to == Double.NEGATIVE_INFINITY) {
                impossible = true;
                return;
            }
            String reference = columns.numberReference(field);
            conditions.add(
                    from <= Columns.ABSENT
                            ? reference + " > " + Literals.number(Columns.ABSENT)
                            : reference + " >= " + Literals.number(from));
            if (to < Double.MAX_VALUE) {
                conditions.add(reference + " <= " + Literals.number(to));
            }
        }
    }
}
