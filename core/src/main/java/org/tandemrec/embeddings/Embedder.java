package org.tandemrec.embeddings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.TowerInput;

/**
 * A bundle's two towers, each opened when it is first asked. Owns native memory until closed. Safe
 * for any thread.
 */
public final class Embedder implements AutoCloseable {
    private final ModelBundle bundle;
    private final LazyTower userTower;
    private final LazyTower itemTower;

    /** The towers of a bundle. */
    public Embedder(ModelBundle bundle) {
        Manifest manifest = bundle.manifest();
        this.bundle = bundle;
        this.userTower =
                new LazyTower(
                        bundle.userTower(),
                        manifest.userInputs(),
                        manifest.userHistory(),
                        manifest.dimension(),
                        manifest.ratingDimension());
        this.itemTower =
                new LazyTower(
                        bundle.itemTower(),
                        manifest.itemInputs(),
                        manifest.itemHistory(),
                        manifest.dimension(),
                        manifest.ratingDimension());
    }

    /**
     * Starts ONNX Runtime in another thread and returns at once. Loading its library takes as long
     * as opening a bundle does; asked for before, the two overlap. Harmless when it is running
     * already.
     */
    public static void warmUp() {
        RuntimeEnvironment.warmUp();
    }

    /** Whether the user tower reads what a person did. */
    public boolean readsHistory() {
        return bundle.manifest().userHistory().isPresent();
    }

    /**
     * The vector of a person.
     *
     * @param userId whose id, attributes and stored history to start from; the unknown user where
     *     absent
     * @param attributes codes by field name, in the place of the known ones
     * @throws IllegalArgumentException for a field that is no input of the user tower
     */
    public float[] person(Optional<String> userId, Map<String, String> attributes) {
        return person(
                bundle.person(userId, attributes),
                bundle.personHistory(userId, List.of(), List.of(), OptionalLong.empty()));
    }

    /**
     * The vector of a person: the mean over all ways to read what they did.
     *
     * @param codes as of {@link ModelBundle#person}
     * @param histories as of {@link ModelBundle#personHistory}; not looked at where the tower reads
     *     none
     */
    public float[] person(EncodedTable codes, EncodedHistories histories) {
        return mean(codes, histories, userTower.open()::vectors);
    }

    private float[] mean(
            EncodedTable codes,
            EncodedHistories histories,
            BiFunction<EncodedTable, EncodedHistories, float[]> tower) {
        EncodedHistories read = readsHistory() ? histories : EncodedHistories.none(1);
        float[] vectors = tower.apply(codes.select(new int[read.rows()]), read);
        float[] mean = new float[vectors.length / read.rows()];
        for (int at = 0; at < vectors.length; at++) {
            mean[at % mean.length] += vectors[at] / read.rows();
        }
        return mean;
    }

    /** The vectors of all users, row after row; the first is the unknown user's. */
    public float[] users() {
        return userTower.open().vectors(bundle.users(), userHistories());
    }

    /** The vectors of all items, row after row; the first is the unknown item's. */
    public float[] items() {
        return itemTower.open().vectors(bundle.items(), itemHistories());
    }

    /** What predicted ratings are made of for a person; the arguments of {@link #person}. */
    public float[] personRatings(EncodedTable codes, EncodedHistories histories) {
        return mean(codes, histories, userTower.open()::ratings);
    }

    /** What predicted ratings are made of for all items, row after row. */
    public float[] itemRatings() {
        return itemTower.open().ratings(bundle.items(), itemHistories());
    }

    /** The same for some items, in the order given. */
    public float[] itemRatings(Collection<String> ids) {
        int[] rows = ids.stream().mapToInt(bundle.vocabularies().itemIds()::rowOf).toArray();
        return itemTower.open().ratings(bundle.items().select(rows), itemHistories().select(rows));
    }

    private EncodedHistories userHistories() {
        return readsHistory()
                ? bundle.userHistories()
                : EncodedHistories.none(bundle.users().rows());
    }

    private EncodedHistories itemHistories() {
        return bundle.manifest().itemHistory().isPresent()
                ? bundle.itemHistories()
                : EncodedHistories.none(bundle.vocabularies().itemIds().rows());
    }

    /** The vectors of the known users by id. */
    public VectorTable knownUsers() {
        return VectorTable.of(
                bundle.vocabularies().userIds(), users(), bundle.manifest().dimension());
    }

    /** The vectors of the known items by id. */
    public VectorTable knownItems() {
        return VectorTable.of(
                bundle.vocabularies().itemIds(), items(), bundle.manifest().dimension());
    }

    @Override
    public void close() {
        userTower.close();
        itemTower.close();
    }

    /** A tower opened by the first who asks for it. */
    private static final class LazyTower implements AutoCloseable {
        private final Path onnx;
        private final Set<String> inputs = new TreeSet<>();
        private final Optional<HistoryInput> history;
        private final int dimension;
        private final OptionalInt ratingDimension;
        private Optional<Tower> tower = Optional.empty();

        private LazyTower(
                Path onnx,
                List<TowerInput> inputs,
                Optional<HistoryInput> history,
                int dimension,
                OptionalInt ratingDimension) {
            this.onnx = onnx;
            inputs.forEach(input -> this.inputs.add(input.field()));
            history.stream()
                    .flatMap(input -> input.parts().stream())
                    .map(HistoryPart::tensor)
                    .forEach(this.inputs::add);
            this.history = history;
            this.dimension = dimension;
            this.ratingDimension = ratingDimension;
        }

        private synchronized Tower open() {
            if (tower.isEmpty()) {
                tower = Optional.of(opened());
            }
            return tower.get();
        }

        private Tower opened() {
            Tower opened = Tower.open(onnx, dimension, ratingDimension, history);
            Set<String> found = opened.inputs();
            if (!found.equals(inputs)) {
                opened.close();
                throw new BadInputException(
                        "%s: reads %s, expected %s as the manifest says"
                                .formatted(onnx, new TreeSet<>(found), inputs));
            }
            return opened;
        }

        @Override
        public synchronized void close() {
            tower.ifPresent(Tower::close);
            tower = Optional.empty();
        }
    }
}
