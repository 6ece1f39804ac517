package org.tandemrec.evaluation.scorers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;

/**
 * Sorts people into groups by some of their attributes. The categories of the recipe are taken in
 * its order, each only where the groups stay large on average; a small group gives way to the
 * larger one without its last attribute. For MovieLens 1M: gender and age.
 */
final class PersonGroups {
    private static final int ENOUGH_ON_AVERAGE = 50;
    private static final int ENOUGH_IN_ONE = 20;
    private static final int MOST_GROUPS = 256;

    private final List<String> fields;
    private final Map<List<String>, Integer> sizes;

    private PersonGroups(List<String> fields, Map<List<String>, Integer> sizes) {
        this.fields = fields;
        this.sizes = sizes;
    }

    static PersonGroups of(List<Field> personFields, List<Person> people) {
        List<String> chosen = new ArrayList<>();
        for (Field field : personFields) {
            if (field.type() == FieldType.CATEGORY) {
                chosen.add(field.name());
                if (!large(chosen, people)) {
                    chosen.removeLast();
                }
            }
        }
        return new PersonGroups(List.copyOf(chosen), sizes(chosen, people));
    }

    private static boolean large(List<String> fields, List<Person> people) {
        Set<List<String>> groups = new HashSet<>();
        long members = 0;
        for (Person person : people) {
            List<String> key = key(fields, person);
            if (key.size() == fields.size()) {
                groups.add(key);
                members++;
            }
        }
        return groups.size() > 1
                && groups.size() <= MOST_GROUPS
                && members >= (long) ENOUGH_ON_AVERAGE * groups.size();
    }

    private static Map<List<String>, Integer> sizes(List<String> fields, List<Person> people) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        for (Person person : people) {
            List<String> key = key(fields, person);
            for (int length = 1; length <= key.size(); length++) {
                sizes.merge(List.copyOf(key.subList(0, length)), 1, Integer::sum);
            }
        }
        return sizes;
    }

    /** The person's values of the fields, up to the first that is unknown. */
    private static List<String> key(List<String> fields, Person person) {
        List<String> key = new ArrayList<>();
        for (String field : fields) {
            Optional<String> value = person.attribute(field);
            if (value.isEmpty()) {
                break;
            }
            key.add(value.get());
        }
        return key;
    }

    List<String> fields() {
        return fields;
    }

    /** All groups the person belongs to, the smallest last; without those that are too small. */
    List<List<String>> groupsOf(Person person) {
        List<String> key = key(fields, person);
        List<List<String>> groups = new ArrayList<>();
        for (int length = 1; length <= key.size(); length++) {
            List<String> group = List.copyOf(key.subList(0, length));
            if (sizes.getOrDefault(group, 0) >= ENOUGH_IN_ONE) {
                groups.add(group);
            }
        }
        return groups;
    }
}
