package org.tandemrec.evaluation.scorers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Entities;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;

/** Makes a {@link Person} of a user id. Immutable and safe for any thread. */
public final class People {
    private final Entities users;
    private final Map<String, Integer> cellOf;
    private final InteractionsByUser trained;
    private final InteractionsByUser later;

    /**
     * People of a dataset.
     *
     * @param users every user with their attributes
     * @param trained the train part; a user without an interaction in it has no id
     * @param later what is known beside it when recommendations are asked for
     */
    public People(Entities users, InteractionsByUser trained, InteractionsByUser later) {
        this.users = users;
        this.cellOf = cells(users.ids());
        this.trained = trained;
        this.later = later;
    }

    private static Map<String, Integer> cells(StringColumn ids) {
        Map<String, Integer> cellOf = HashMap.newHashMap(ids.size());
        for (int cell = 0; cell < ids.size(); cell++) {
            cellOf.put(ids.at(cell).orElseThrow(), cell);
        }
        return cellOf;
    }

    /** The user as a recommender may know them: by id only where it has met them. */
    public Person person(String user) {
        History history = trained.of(user);
        Optional<String> id = history.size() == 0 ? Optional.empty() : Optional.of(user);
        return new Person(id, attributes(user), history.then(later.of(user)));
    }

    private Map<String, List<String>> attributes(String user) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        Optional<Integer> cell = Optional.ofNullable(cellOf.get(user));
        cell.ifPresent(
                known ->
                        users.columns()
                                .forEach(
                                        (field, column) ->
                                                attributes.put(field, values(column, known))));
        attributes.values().removeIf(List::isEmpty);
        return attributes;
    }

    private static List<String> values(Column column, int cell) {
        return switch (column) {
            case StringColumn strings -> strings.at(cell).stream().toList();
            case StringListColumn lists -> lists.at(cell);
            case NumberColumn numbers ->
                    numbers.at(cell).stream().mapToObj(Double::toString).toList();
            case TimeColumn times -> times.at(cell).stream().mapToObj(Long::toString).toList();
        };
    }
}
