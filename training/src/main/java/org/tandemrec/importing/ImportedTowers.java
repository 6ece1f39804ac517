package org.tandemrec.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.BundleContents;
import org.tandemrec.model.UnknownCode;

/** Towers trained elsewhere, as a bundle takes them. */
public final class ImportedTowers {
    private final BundleContents contents;
    private final AdaptedSide users;

    ImportedTowers(BundleContents contents, AdaptedSide users) {
        this.contents = contents;
        this.users = users;
    }

    /** What the bundle is made of. */
    public BundleContents contents() {
        return contents;
    }

    /**
     * What whoever imports them should know of these towers: what they lack, and what stands in.
     */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        users.unknowns().forEach((field, unknown) -> addUnknown(field, unknown, notices));
        users.table().fields().forEach(field -> addUsersWithout(field, notices));
        contents.recipe().personFields().stream()
                .filter(Field::input)
                .forEach(field -> addValuesWithout(field, notices));
        List<String> unread =
                contents.recipe().personFields().stream()
                        .filter(field -> !field.input() && field.type() != FieldType.TIME)
                        .map(Field::name)
                        .toList();
        if (!unread.isEmpty()) {
            notices.add("the user tower does not read " + String.join(", ", unread));
        }
        if (contents.towers().ratings().isEmpty()) {
            notices.add("the mapping has no 'rating': scores rank, nothing predicts values");
        }
        return notices;
    }

    private static void addUnknown(String field, UnknownCode unknown, List<String> notices) {
        boolean id = field.equals(Vocabularies.ID);
        switch (unknown) {
            case UnknownCode.OwnRow _ -> {}
            case UnknownCode.Refused _ ->
                    notices.add(
                            id
                                    ? "the towers have no row for strangers and know their own users only"
                                    : "a person who does not say %s gets no answer"
                                            .formatted(field));
            case UnknownCode.StandIn standIn ->
                    notices.add(
                            id
                                    ? "the towers have no row for strangers: user %s stands in for them, and that user's taste colours the answer"
                                            .formatted(standIn.value())
                                    : "who does not say %s is taken for %s"
                                            .formatted(field, standIn.value()));
        }
    }

    private void addUsersWithout(EncodedField field, List<String> notices) {
        long without =
                switch (field.kind()) {
                    case ID, CATEGORY -> usersWithout(field);
                    case CATEGORIES, TEXT -> 0;
                };
        if (without > 0) {
            notices.add(
                    "%,d users of the data have no code for %s".formatted(without, field.name()));
        }
    }

    private void addValuesWithout(Field field, List<String> notices) {
        Vocabulary known = contents.vocabularies().user(field.name());
        String without =
                field.values().stream()
                        .filter(value -> !known.contains(value.code()))
                        .map(CategoryValue::label)
                        .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            notices.add(
                    "no code for %s: %s; people who say so are people who do not say it"
                            .formatted(field.name(), without));
        }
    }

    private static long usersWithout(EncodedField field) {
        return Arrays.stream(field.codes())
                .skip(1)
                .filter(code -> code == Vocabulary.UNKNOWN)
                .count();
    }

    /**
     * Runs both towers on all users and items.
     *
     * @param embedder of a bundle with these contents
     * @throws BadInputException where a vector is not made of finite numbers
     */
    public void check(Embedder embedder) {
        int dimension = contents.towers().dimension();
        float[] items = embedder.items();
        for (int row = 1; row < contents.items().rows(); row++) {
            requireFinite(items, row, dimension, "item", contents.vocabularies().itemIds());
        }
        float[] vectors = embedder.users();
        for (int row = 1; row < contents.users().rows(); row++) {
            if (!isRefused(row)) {
                requireFinite(vectors, row, dimension, "user", contents.vocabularies().userIds());
            }
        }
    }

    private boolean isRefused(int row) {
        return users.table().fields().stream()
                .filter(field -> users.refuses(field.name()))
                .anyMatch(field -> field.codes()[row * field.width()] == Vocabulary.UNKNOWN);
    }

    private static void requireFinite(
            float[] vectors, int row, int dimension, String side, Vocabulary ids) {
        for (int at = row * dimension; at < (row + 1) * dimension; at++) {
            if (!Float.isFinite(vectors[at])) {
                throw new BadInputException(
                        "the %s tower gives %s for %s '%s', expected a finite number"
                                .formatted(side, vectors[at], side, ids.valueAt(row)));
            }
        }
    }
}
