package org.tandemrec.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.Field;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.TowerInput;
import org.tandemrec.model.UnknownCode;

/** Says what a list rests on. */
final class Reasons {
    private Reasons() {}

    /**
     * The reasons of a list.
     *
     * @param codes the person's attributes as codes by field name
     */
    static List<String> of(ModelBundle bundle, Query query, Map<String, String> codes) {
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
        if (!query.met().isEmpty()) {
            reasons.add("met %s%s".formatted(items(query.met().size()), met(bundle)));
        }
        query.moment().ifPresent(moment -> reasons.add(moment(bundle, moment)));
        if (query.user().isEmpty()) {
            List<String> unknown = unknown(bundle, query);
            if (!unknown.isEmpty()) {
                reasons.add("not known: " + String.join(", ", unknown));
            }
            if (query.liked().isEmpty() && (query.met().isEmpty() || !readsHistory(bundle))) {
                reasons.add("attributes alone, no history");
            }
        }
        for (TowerInput input : bundle.unknownInputs(bundle.person(query.user(), codes))) {
            standIn(input).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static String met(ModelBundle bundle) {
        return readsHistory(bundle)
                ? ""
                : ", which preset %s only hides".formatted(bundle.manifest().preset());
    }

    private static String moment(ModelBundle bundle, long seconds) {
        boolean read =
                bundle.manifest().userHistory().stream()
                        .flatMap(history -> history.parts().stream())
                        .anyMatch(HistoryPart::readsMoment);
        return "at %s%s"
                .formatted(
                        Instant.ofEpochSecond(seconds),
                        read
                                ? ""
                                : ", which preset %s does not read"
                                        .formatted(bundle.manifest().preset()));
    }

    private static boolean readsHistory(ModelBundle bundle) {
        return bundle.manifest().userHistory().isPresent();
    }

    private static Optional<String> standIn(TowerInput input) {
        if (!(input.unknown() instanceof UnknownCode.StandIn standIn)) {
            return Optional.empty();
        }
        return Optional.of(
                input.field().equals(Vocabularies.ID)
                        ? "no row for strangers: user %s stands in".formatted(standIn.value())
                        : "%s read as %s".formatted(input.field(), standIn.value()));
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
