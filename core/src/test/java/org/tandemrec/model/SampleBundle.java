package org.tandemrec.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tandemrec.data.Dataset;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FeatureEncoder;

/**
 * A real bundle of {@link SampleData} with towers made by hand: women like comedies, men dramas,
 * those under 18 no romance, and {@code ben} films of a high number more than others do.
 */
public final class SampleBundle {
    /** Components of a vector: comedy, drama, romance, the film's number. */
    public static final int DIMENSION = 4;

    /** A clock that stands at the morning of a day. */
    public static final Clock MORNING = clock("2026-03-01T08:00:00Z");

    /** A clock that stands at the evening of the same day. */
    public static final Clock EVENING = clock("2026-03-01T20:00:00Z");

    private static final float[] NOTHING = vector(0, 0, 0, 0);

    private SampleBundle() {}

    private static Clock clock(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    /** What the bundle is made of. */
    public static BundleContents contents() {
        return contents(1);
    }

    /**
     * The same with other towers.
     *
     * @param strength how much of an item's vector its number is; each gives a bundle of its own
     */
    public static BundleContents contents(double strength) {
        Dataset dataset = SampleData.dataset();
        FeatureEncoder encoder = FeatureEncoder.fit(dataset);
        EncodedTable users = encoder.users(dataset.users());
        EncodedTable items = encoder.items(dataset.items());
        EncodedInteractions interactions = encoder.interactions(dataset.interactions());
        return new BundleContents(
                "by-hand",
                7,
                dataset.recipe(),
                encoder.vocabularies(),
                users,
                items,
                Catalogue.of(dataset, encoder.vocabularies().itemIds(), interactions),
                interactions,
                towers(encoder, strength),
                Map.of("validationRmse", 0.875),
                Map.of("epochs", "1"),
                Map.of("run-card.md", "# Made by hand\n"));
    }

    /** A store with the bundle in it, active. */
    public static ModelStore storeIn(Path folder) {
        ModelStore store = ModelStore.at(folder);
        try (ModelStore.Writing writing = store.beginWriting()) {
            writing.activate(writing.write(contents(), MORNING).id());
        }
        return store;
    }

    private static TowerPair towers(FeatureEncoder encoder, double strength) {
        return new TowerPair(
                TableTower.onnx(DIMENSION, userTables()),
                TableTower.onnx(DIMENSION, itemTables(encoder, strength)),
                DIMENSION,
                new RatingScale(1, 3, 1, 5));
    }

    private static List<TableTower.Table> userTables() {
        return List.of(
                TableTower.Table.one(
                        "id", List.of(NOTHING, NOTHING, vector(0, 0, 0, 2), NOTHING, NOTHING)),
                TableTower.Table.one(
                        "gender",
                        List.of(
                                vector(0.5, 0.5, 0, 0.5),
                                vector(1, 0, 0, 0.5),
                                vector(0, 1, 0, 0.5))),
                TableTower.Table.one(
                        "age", List.of(NOTHING, vector(0, 0, -1, 0), NOTHING, NOTHING, NOTHING)),
                TableTower.Table.one("occupation", Collections.nCopies(4, NOTHING)));
    }

    private static List<TableTower.Table> itemTables(FeatureEncoder encoder, double strength) {
        List<float[]> byId =
                IntStream.range(0, encoder.vocabularies().itemIds().rows())
                        .mapToObj(row -> vector(0, 0, 0, strength * row / 10))
                        .toList();
        int words = encoder.vocabularies().item("title").rows();
        return List.of(
                TableTower.Table.one("id", byId),
                TableTower.Table.several("title", Collections.nCopies(words, NOTHING)),
                TableTower.Table.several(
                        "genres",
                        List.of(
                                NOTHING,
                                vector(1, 0, 0, 0),
                                vector(0, 1, 0, 0),
                                vector(0, 0, 1, 0))));
    }

    private static float[] vector(double comedy, double drama, double romance, double number) {
        return new float[] {(float) comedy, (float) drama, (float) romance, (float) number};
    }
}
