package org.tandemrec.recommend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.Indexes;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.model.ModelBundle;

/** A bundle's whole catalogue in an index: every item's vector and the fields that filter. */
public final class CatalogueIndex {
    private static final int BATCH = 4096;

    private CatalogueIndex() {}

    /**
     * Embeds all items in one pass and builds their index, which takes the place of whatever index
     * is in the folder when it is whole.
     *
     * @param progress told how many items are in the index so far
     */
    public static VectorIndex build(
            ModelBundle bundle,
            Embedder embedder,
            Path folder,
            IndexKind kind,
            IntConsumer progress) {
        VectorIndex index =
                Indexes.create(folder, kind, bundle.id(), bundle.manifest().dimension());
        try {
            fill(index, bundle, embedder.items(), progress);
            return index;
        } catch (RuntimeException failed) {
            index.close();
            throw failed;
        }
    }

    /**
     * The index of a bundle in a folder. Where there is none yet, one of the kind that suits the
     * number of items is built and kept.
     *
     * @param building called before one is built
     * @throws IndexException where the index is damaged or of another bundle
     */
    public static VectorIndex openOrBuild(
            ModelBundle bundle, Embedder embedder, Path folder, Runnable building) {
        try {
            return Indexes.open(folder, bundle.id(), bundle.manifest().dimension());
        } catch (IndexException failed) {
            if (failed.kind() != IndexException.Kind.MISSING) {
                throw failed;
            }
            building.run();
            IndexKind kind = IndexKind.forCount(bundle.catalogue().size());
            return build(bundle, embedder, folder, kind, done -> {});
        }
    }

    /** All items in an exact index in memory: what other indexes are compared with. */
    public static VectorIndex exact(ModelBundle bundle, Embedder embedder) {
        VectorIndex index = ExactIndex.inMemory(bundle.id(), bundle.manifest().dimension());
        fill(index, bundle, embedder.items(), done -> {});
        return index;
    }

    /**
     * Embeds all items in one pass, puts them into an empty index and commits it.
     *
     * @param index an empty index of the bundle's version and dimension; stays the caller's
     * @param progress told how many items are in the index so far
     */
    public static void fill(
            VectorIndex index, ModelBundle bundle, Embedder embedder, IntConsumer progress) {
        fill(index, bundle, embedder.items(), progress);
    }

    private static void fill(
            VectorIndex index, ModelBundle bundle, float[] vectors, IntConsumer progress) {
        List<CatalogueItem> catalogue = bundle.catalogue();
        for (int from = 0; from < catalogue.size(); from += BATCH) {
            int to = Math.min(catalogue.size(), from + BATCH);
            List<IndexedItem> batch = new ArrayList<>(to - from);
            for (int position = from; position < to; position++) {
                batch.add(indexed(catalogue.get(position), vector(vectors, position + 1, index)));
            }
            index.put(batch);
            progress.accept(to);
        }
        index.commit();
    }

    private static DenseVector vector(float[] vectors, int row, VectorIndex index) {
        int dimension = index.dimension();
        return DenseVector.of(Arrays.copyOfRange(vectors, row * dimension, (row + 1) * dimension));
    }

    private static IndexedItem indexed(CatalogueItem item, DenseVector vector) {
        Map<String, FieldValue> fields = new HashMap<>();
        item.categories()
                .forEach(
                        (field, values) ->
                                fields.put(field, new FieldValue.Keywords(Set.copyOf(values))));
        item.numbers()
                .forEach((field, number) -> fields.put(field, new FieldValue.Numeric(number)));
        return new IndexedItem(item.id(), vector, fields);
    }
}
