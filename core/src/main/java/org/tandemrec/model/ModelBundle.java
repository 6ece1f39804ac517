package org.tandemrec.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;

/**
 * A trained model on disk: recipe, vocabularies, two ONNX towers, the item catalogue, what the
 * known users did. Opened only when every file has the hash its manifest gives. Immutable and safe
 * for any thread; holds no native memory and no open file.
 */
public final class ModelBundle {
    private final Path folder;
    private final Manifest manifest;
    private final Recipe recipe;
    private final Vocabularies vocabularies;
    private final List<CatalogueItem> catalogue;
    private final EncodedTable users;
    private final HistoryFile histories;

    ModelBundle(
            Path folder,
            Manifest manifest,
            Recipe recipe,
            Vocabularies vocabularies,
            List<CatalogueItem> catalogue,
            EncodedTable users) {
        this.folder = folder;
        this.manifest = manifest;
        this.recipe = recipe;
        this.vocabularies = vocabularies;
        this.catalogue = List.copyOf(catalogue);
        this.users = users;
        this.histories = new HistoryFile(folder.resolve(BundleFiles.HISTORIES), users.rows());
    }

    /**
     * Opens a bundle, every byte of it checked.
     *
     * @throws org.tandemrec.data.BadInputException where a file is missing or changed or the format
     *     is newer
     */
    public static ModelBundle open(Path folder) {
        return BundleReader.read(folder);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The version that everything made with this bundle carries. */
    public String id() {
        return manifest.id();
    }

    public Recipe recipe() {
        return recipe;
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    /** The user tower, an ONNX file. */
    public Path userTower() {
        return folder.resolve(BundleFiles.USER_TOWER);
    }

    /** The item tower, an ONNX file. */
    public Path itemTower() {
        return folder.resolve(BundleFiles.ITEM_TOWER);
    }

    /** Every item, in the order of their rows, which start at 1. */
    public List<CatalogueItem> catalogue() {
        return catalogue;
    }

    /** An item by its id. */
    public Optional<CatalogueItem> item(String id) {
        int row = vocabularies.itemIds().rowOf(id);
        return row == Vocabulary.UNKNOWN ? Optional.empty() : Optional.of(catalogue.get(row - 1));
    }

    /** Every item as codes; row 0 is the unknown one. */
    public EncodedTable items() {
        try {
            return EncodedTableFile.read(
                    Files.readAllBytes(folder.resolve(BundleFiles.ITEM_CODES)),
                    manifest.itemInputs(),
                    vocabularies.itemIds().rows());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every user as codes; row 0 is the unknown one. */
    public EncodedTable users() {
        return users;
    }

    /** Whether the bundle knows this user. */
    public boolean knowsUser(String id) {
        return vocabularies.userIds().contains(id);
    }

    /** What a user did; empty for a user the bundle does not know. */
    public History history(String userId) {
        int row = vocabularies.userIds().rowOf(userId);
        if (row == Vocabulary.UNKNOWN) {
            return new History(new int[0], new float[0], new long[0]);
        }
        try {
            return histories.read(row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What all users did, by their rows. */
    public EncodedHistories userHistories() {
        return EncodedHistories.ofUsers(interactions(), vocabularies.userIds().rows());
    }

    /** Who met all the items, by their rows. */
    public EncodedHistories itemHistories() {
        return EncodedHistories.ofItems(interactions(), vocabularies.itemIds().rows());
    }

    private EncodedInteractions interactions() {
        try {
            return histories.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What is known of what one person did, for the user tower: a row for each way to read it.
     *
     * @param userId whose stored history it begins with; none where absent or unknown
     * @param met ids of items met since, in their order; like those liked, what the bundle does not
     *     know is left out
     * @param liked ids of items liked besides, in no order
     * @param moment when it is asked about, in seconds since 1970
     */
    public EncodedHistories personHistory(
            Optional<String> userId,
            Collection<String> met,
            Collection<String> liked,
            OptionalLong moment) {
        History stored = history(userId.orElse(""));
        int[] then = rows(met);
        int[] loose = rows(liked);
        int ordered = stored.size() + then.length;
        int size = ordered + loose.length;
        int[] items = stored.items(size);
        System.arraycopy(then, 0, items, stored.size(), then.length);
        System.arraycopy(loose, 0, items, ordered, loose.length);
        float[] values = stored.values(size);
        float value = manifest.userHistory().map(HistoryInput::likedValue).orElse(Float.NaN);
        Arrays.fill(values, stored.size(), size, value);
        long[] times = stored.times(size);
        Arrays.fill(times, stored.size(), size, TimeColumn.MISSING);
        return EncodedHistories.one(items, values, times, moment.orElse(TimeColumn.MISSING))
                .turned(ordered);
    }

    private int[] rows(Collection<String> ids) {
        return ids.stream()
                .mapToInt(vocabularies.itemIds()::rowOf)
                .filter(row -> row != Vocabulary.UNKNOWN)
                .toArray();
    }

    /** The ids of the items of a history, in its order. */
    public List<String> itemsOf(History history) {
        List<String> ids = new ArrayList<>(history.size());
        for (int event = 0; event < history.size(); event++) {
            ids.add(vocabularies.itemIds().valueAt(history.item(event)));
        }
        return ids;
    }

    /**
     * One person as codes, a table of one row.
     *
     * @param userId whose id and attributes to start from; the unknown user where absent
     * @param attributes codes by field name; they take the place of the known ones
     * @throws IllegalArgumentException for a field that is no input of the user tower
     * @throws BadInputException where the user tower needs what is not known of them
     */
    public EncodedTable person(Optional<String> userId, Map<String, String> attributes) {
        refusal(userId, attributes)
                .ifPresent(
                        reason -> {
                            throw new BadInputException(reason);
                        });
        return codes(userId, attributes);
    }

    private EncodedTable codes(Optional<String> userId, Map<String, String> attributes) {
        int row = userId.map(vocabularies.userIds()::rowOf).orElse(Vocabulary.UNKNOWN);
        Map<String, String> left = new HashMap<>(attributes);
        List<EncodedField> fields = new ArrayList<>();
        for (EncodedField field : users.fields()) {
            Optional<String> code = Optional.ofNullable(left.remove(field.name()));
            fields.add(personField(field, row, code));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no input of the user tower: " + left.keySet());
        }
        return new EncodedTable(fields);
    }

    /**
     * Why the user tower has no vector for a person; empty where it has one.
     *
     * @param userId as for {@link #person}
     * @param attributes as for {@link #person}
     */
    public Optional<String> refusal(Optional<String> userId, Map<String, String> attributes) {
        return unknownInputs(codes(userId, attributes)).stream()
                .filter(TowerInput::refusesUnknown)
                .findFirst()
                .map(input -> refusal(userId, input.field()));
    }

    /** The inputs of the user tower of which nothing is known of a person. */
    public List<TowerInput> unknownInputs(EncodedTable person) {
        return manifest.userInputs().stream()
                .filter(input -> isUnknown(person.field(input.field()).orElseThrow()))
                .toList();
    }

    private static boolean isUnknown(EncodedField field) {
        return Arrays.stream(field.codes()).allMatch(code -> code == Vocabulary.UNKNOWN);
    }

    private String refusal(Optional<String> userId, String field) {
        if (!field.equals(Vocabularies.ID)) {
            return "the towers of bundle %s need to know %s; say it with --person %s=VALUE"
                    .formatted(id(), field, field);
        }
        return userId.map(
                        user ->
                                "user '%s' has no row in the towers of bundle %s, and they have none for strangers; ask for another user"
                                        .formatted(user, id()))
                .orElse(
                        "the towers of bundle %s have no row for strangers; ask for a user they know with --user ID"
                                .formatted(id()));
    }

    private EncodedField personField(EncodedField field, int row, Optional<String> code) {
        int[] codes = new int[field.width()];
        System.arraycopy(field.codes(), row * field.width(), codes, 0, codes.length);
        code.ifPresent(
                said -> {
                    Arrays.fill(codes, 0);
                    codes[0] = vocabularies.user(field.name()).rowOf(said);
                });
        return new EncodedField(
                field.name(), field.kind(), field.vocabularyRows(), field.width(), codes);
    }
}
