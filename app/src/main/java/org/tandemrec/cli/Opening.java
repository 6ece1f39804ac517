package org.tandemrec.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.FallbackIndex;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.CatalogueIndex;
import org.tandemrec.recommend.Recommender;

/** Opens bundles with their indexes, and says when an index has to be built. */
final class Opening {
    /** How long a server that is away is left in peace. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ModelStore store;
    private final IndexPlace place;
    private final Console console;

    Opening(ModelStore store, IndexPlace place, Console console) {
        this.store = store;
        this.place = place;
        this.console = console;
    }

    /** The active bundle. */
    ModelBundle bundle() {
        Embedder.warmUp();
        return store.openActive();
    }

    /** A bundle with its index, built where it is missing. */
    Recommender open(ModelBundle bundle) {
        Embedder embedder = new Embedder(bundle);
        return new Recommender(bundle, embedder, answering(bundle, embedder));
    }

    /** A bundle with its index built afresh. */
    Recommender reopen(ModelBundle bundle) {
        Embedder embedder = new Embedder(bundle);
        return new Recommender(bundle, embedder, rebuiltIndex(bundle, embedder));
    }

    private VectorIndex answering(ModelBundle bundle, Embedder embedder) {
        return switch (place) {
            case FolderPlace _ -> index(bundle, embedder);
            case MilvusPlace(MilvusOptions options) ->
                    options.fallback() ? withFallback(bundle, embedder) : index(bundle, embedder);
        };
    }

    /** The local index is there before the server goes away. */
    private VectorIndex withFallback(ModelBundle bundle, Embedder embedder) {
        IndexPlace folder = new FolderPlace(store, Optional.of(IndexKind.EXACT));
        return new FallbackIndex(
                () -> index(bundle, embedder),
                new Opening(store, folder, console).index(bundle, embedder),
                PAUSE,
                failure ->
                        console.warning(failure.getMessage() + "; a local index answers meanwhile"),
                InstantSource.system());
    }

    /** A bundle's index, built where it is missing. */
    VectorIndex index(ModelBundle bundle, Embedder embedder) {
        try {
            return place.open(bundle);
        } catch (IndexException failed) {
            if (failed.kind() != IndexException.Kind.MISSING) {
                throw failed;
            }
            console.message("no index of bundle " + bundle.id() + " yet, building it");
            return rebuiltIndex(bundle, embedder);
        }
    }

    /** A bundle's index built afresh. */
    VectorIndex rebuiltIndex(ModelBundle bundle, Embedder embedder) {
        int items = bundle.catalogue().size();
        VectorIndex index = place.create(bundle);
        try (ProgressLine progress = console.progress("indexing")) {
            CatalogueIndex.fill(
                    index,
                    bundle,
                    embedder,
                    done -> progress.show((double) done / items, "%,d items".formatted(done)));
            return index;
        } catch (RuntimeException failed) {
            index.close();
            throw failed;
        }
    }
}
