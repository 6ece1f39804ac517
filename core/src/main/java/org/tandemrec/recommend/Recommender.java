package org.tandemrec.recommend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Field;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.Attribute;
import org.tandemrec.features.AttributeReader;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Filter;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.model.RatingScale;

/**
 * The front door: opens a trained bundle with its index and answers what a person would like. Safe
 * for any number of threads. Owns native memory until closed.
 */
public final class Recommender implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ModelBundle bundle;
    private final Embedder embedder;
    private final VectorIndex index;
    private final ItemFilters filters;

    /**
     * A recommender of a bundle and its index, both of which it owns from now on.
     *
     * @throws IndexException where the index was made by another bundle
     */
    public Recommender(ModelBundle bundle, Embedder embedder, VectorIndex index) {
        if (!index.version().equals(bundle.id())) {
            throw new IndexException(
                    IndexException.Kind.WRONG_VERSION,
                    "index was built by bundle %s, the active bundle is %s; run 'tandem index'"
                            .formatted(index.version(), bundle.id()));
        }
        this.bundle = bundle;
        this.embedder = embedder;
        this.index = index;
        this.filters = new ItemFilters(bundle);
    }

    /**
     * Opens the active bundle of a store with its index. Where the bundle has no index yet, one is
     * built and kept.
     *
     * @param store the folder given to {@code tandem --store}
     * @throws BadInputException where there is no bundle, or a broken one
     * @throws IndexException where the index is damaged or of another bundle
     */
    public static Recommender open(Path store) {
        ModelStore models = ModelStore.at(store);
        Embedder.warmUp();
        ModelBundle bundle = models.openActive();
        Embedder embedder = new Embedder(bundle);
        try {
            Path folder = models.indexFolder(bundle.id());
            return new Recommender(
                    bundle,
                    embedder,
                    CatalogueIndex.openOrBuild(bundle, embedder, folder, () -> {}));
        } catch (RuntimeException failed) {
            embedder.close();
            throw failed;
        }
    }

    public ModelBundle bundle() {
        return bundle;
    }

    /**
     * The items a person would like best; {@code count} of them where that many pass the query.
     * Items that the person is known or said to have met, and liked ones, are not among them.
     *
     * @throws BadInputException for a user, item, attribute or field the bundle does not have
     * @throws IndexException where the index fails or does not answer within ten seconds
     */
    public Recommendations recommend(Query query) {
        List<Attribute> attributes = attributes(query);
        Map<String, String> codes = codes(attributes);
        query.user().ifPresent(this::requireUser);
        EncodedTable person = bundle.person(query.user(), codes);
        EncodedHistories history =
                bundle.personHistory(
                        query.user(),
                        filters.known(query.met()),
                        filters.known(query.liked()),
                        query.moment());
        Set<String> met = new LinkedHashSet<>(query.liked());
        met.addAll(query.met());
        query.user().ifPresent(user -> met.addAll(bundle.itemsOf(bundle.history(user))));
        List<Hit> hits = best(personVector(query, person, history), query, filters.of(query, met));
        List<RankedItem> items = ranked(hits, ratings(person, history, hits));
        return new Recommendations(
                bundle.id(), index.kind(), attributes, Reasons.of(bundle, query, codes), items);
    }

    /**
     * The items most like an item, itself not among them. Of the query only what it says of items
     * counts: the fields, the ids and how many are wanted.
     *
     * @throws BadInputException for an item that is not in the bundle
     */
    public Recommendations similar(String itemId, Query query) {
        DenseVector vector = likedVectors(List.of(itemId)).getFirst();
        Filter filter = filters.of(query, Set.of(itemId));
        return new Recommendations(
                bundle.id(),
                index.kind(),
                List.of(),
                List.of("like " + title(itemId)),
                ranked(search(vector, query.count(), filter), _ -> OptionalDouble.empty()));
    }

    /** The vector that a query's person is searched with. */
    private DenseVector personVector(Query query, EncodedTable person, EncodedHistories history) {
        float[] vector = embedder.person(person, history);
        return embedder.readsHistory()
                ? DenseVector.of(vector)
                : PersonVector.blend(vector, likedVectors(query.liked()));
    }

    /** The predicted rating of each hit, by its position. */
    private IntFunction<OptionalDouble> ratings(
            EncodedTable person, EncodedHistories history, List<Hit> hits) {
        Optional<RatingScale> scale = bundle.manifest().ratings();
        if (scale.isEmpty()) {
            return _ -> OptionalDouble.empty();
        }
        if (bundle.manifest().ratingDimension().isEmpty()) {
            return at -> OptionalDouble.of(scale.get().rating(hits.get(at).score()));
        }
        float[] ofPerson = embedder.personRatings(person, history);
        float[] ofItems = embedder.itemRatings(hits.stream().map(Hit::id).toList());
        return at -> OptionalDouble.of(scale.get().rating(product(ofPerson, ofItems, at)));
    }

    private static double product(float[] person, float[] items, int item) {
        double product = 0;
        for (int component = 0; component < person.length; component++) {
            product += person[component] * items[item * person.length + component];
        }
        return product;
    }

    private static Map<String, String> codes(List<Attribute> attributes) {
        Map<String, String> codes = new LinkedHashMap<>();
        attributes.forEach(attribute -> codes.put(attribute.field(), attribute.code()));
        return codes;
    }

    private void requireUser(String id) {
        if (!bundle.knowsUser(id)) {
            throw new BadInputException(
                    "user '%s' is not in bundle %s; describe the person by attributes or liked items instead"
                            .formatted(id, bundle.id()));
        }
    }

    private List<Attribute> attributes(Query query) {
        List<Attribute> attributes = new ArrayList<>();
        query.person()
                .forEach(
                        (name, said) -> {
                            Field field = RecipeFields.person(bundle.recipe(), name);
                            attributes.add(
                                    AttributeReader.read(
                                            field, bundle.vocabularies().user(field.name()), said));
                        });
        return attributes;
    }

    private List<DenseVector> likedVectors(Collection<String> ids) {
        return vectors(filters.known(ids));
    }

    private List<DenseVector> vectors(Collection<String> ids) {
        return ids.stream()
                .map(
                        id ->
                                index.vectorOf(id)
                                        .orElseThrow(
                                                () ->
                                                        new IndexException(
                                                                IndexException.Kind.CORRUPT,
                                                                "item '%s' is not in the index; run 'tandem index'"
                                                                        .formatted(id))))
                .toList();
    }

    /** The best hits of a query; with diversity, chosen from more of them. */
    private List<Hit> best(DenseVector vector, Query query, Filter filter) {
        if (query.diversity() == 0) {
            return search(vector, query.count(), filter);
        }
        List<Hit> candidates = search(vector, Diversity.candidates(query.count()), filter);
        List<DenseVector> vectors = vectors(candidates.stream().map(Hit::id).toList());
        return Diversity.choose(candidates, vectors, query.count(), query.diversity());
    }

    private List<Hit> search(DenseVector vector, int count, Filter filter) {
        int most = Math.min(count, bundle.catalogue().size());
        return index.search(new SearchRequest(vector, most, filter, DEADLINE));
    }

    private List<RankedItem> ranked(List<Hit> hits, IntFunction<OptionalDouble> ratings) {
        List<RankedItem> items = new ArrayList<>();
        for (int at = 0; at < hits.size(); at++) {
            Hit hit = hits.get(at);
            items.add(new RankedItem(at + 1, item(hit), hit.score(), ratings.apply(at)));
        }
        return items;
    }

    private CatalogueItem item(Hit hit) {
        return bundle.item(hit.id())
                .orElseThrow(
                        () ->
                                new IndexException(
                                        IndexException.Kind.CORRUPT,
                                        "item '%s' of the index is not in bundle %s; run 'tandem index'"
                                                .formatted(hit.id(), bundle.id())));
    }

    private String title(String itemId) {
        return bundle.item(itemId).map(CatalogueItem::title).orElse(itemId);
    }

    @Override
    public void close() {
        index.close();
        embedder.close();
    }
}
