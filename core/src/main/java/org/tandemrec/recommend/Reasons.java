package org.tandemrec.recommend;

import java.util.ArrayList;
import java.util.List;
import org.tandemrec.data.Field;
import org.tandemrec.model.ModelBundle;

/** Says what a list rests on. */
final class Reasons {
    private Reasons() {}

    static List<String> of(ModelBundle bundle, Query query) {
        List<String> reasons = new ArrayList<>();
        query.user()
                .ifPresent(
                        user ->
                                reasons.add(
                                        "user %s, %s met and hidden"
                                                .formatted(
                                                        user, items(bundle.history(user).size()))));
        if (!query.liked().isEmpty()) {
            reasons.add("liked " + items(query.liked().size()));
        }
        if (query.user().isEmpty()) {
            List<String> unknown = unknown(bundle, query);
            if (!unknown.isEmpty()) {
                reasons.add("not known: " + String.join(", ", unknown));
            }
            if (query.liked().isEmpty()) {
                reasons.add("attributes alone, no history");
            }
        }
        return reasons;
    }

    private static String items(int count) {
        return count == 1 ? "1 item" : "%d items".formatted(count);
    }

    private static List<String> unknown(ModelBundle bundle, Query query) {
        return RecipeFields.attributes(bundle.recipe()).stream()
                .filter(
                        field ->
                                !query.person().containsKey(field.name())
                                        && !query.person().containsKey(field.optionName()))
                .map(Field::name)
                .toList();
    }
}
