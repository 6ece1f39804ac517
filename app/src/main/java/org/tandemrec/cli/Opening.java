package org.tandemrec.cli;

import java.util.Optional;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.CatalogueIndex;
import org.tandemrec.recommend.Recommender;

/** Opens bundles with their indexes, and says when an index has to be built. */
final class Opening {
    private final ModelStore store;
    private final Console console;

    Opening(ModelStore store, Console console) {
        this.store = store;
        this.console = console;
    }

    /** The active bundle with its index, built where it is missing. */
    Recommender open() {
        Embedder.warmUp();
        ModelBundle bundle = store.openActive();
        Embedder embedder = new Embedder(bundle);
        return new Recommender(bundle, embedder, index(bundle, embedder));
    }

    /** The active bundle with its index built afresh. */
    Recommender reopen() {
        ModelBundle bundle = store.openActive();
        Embedder embedder = new Embedder(bundle);
        return new Recommender(bundle, embedder, rebuiltIndex(bundle, embedder, Optional.empty()));
    }

    /** A bundle's index, built where it is missing. */
    VectorIndex index(ModelBundle bundle, Embedder embedder) {
        return CatalogueIndex.openOrBuild(
                bundle,
                embedder,
                store.indexFolder(bundle.id()),
                () -> console.message("no index of bundle " + bundle.id() + " yet, building it"));
    }

    /**
     * A bundle's index built afresh.
     *
     * @param kind chosen by the number of items where absent
     */
    VectorIndex rebuiltIndex(ModelBundle bundle, Embedder embedder, Optional<IndexKind> kind) {
        int items = bundle.catalogue().size();
        try (ProgressLine progress = console.progress("indexing")) {
            return CatalogueIndex.build(
                    bundle,
                    embedder,
                    store.indexFolder(bundle.id()),
                    kind.orElse(IndexKind.forCount(items)),
                    done -> progress.show((double) done / items, "%,d items".formatted(done)));
        }
    }
}
