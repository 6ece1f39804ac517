package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.CatalogueIndex;
import org.tandemrec.recommend.Recommender;

/** Opens the active bundle with its index, and says when an index has to be built. */
final class Opening {
    private final ModelStore store;
    private final Console console;

    Opening(ModelStore store, Console console) {
        this.store = store;
        this.console = console;
    }

    /** The active bundle, its index built where it is missing. */
    Recommender open() {
        ModelBundle bundle = store.openActive();
        Embedder embedder = new Embedder(bundle);
        VectorIndex index =
                CatalogueIndex.openOrBuild(
                        bundle,
                        embedder,
                        store.indexFolder(bundle.id()),
                        () ->
                                console.message(
                                        "no index of bundle " + bundle.id() + " yet, building it"));
        return new Recommender(bundle, embedder, index);
    }

    /**
     * The active bundle with an index built afresh.
     *
     * @param kind chosen by the number of items where absent
     */
    Recommender rebuild(Optional<IndexKind> kind) {
        ModelBundle bundle = store.openActive();
        Embedder embedder = new Embedder(bundle);
        int items = bundle.catalogue().size();
        IndexKind chosen = kind.orElse(IndexKind.forCount(items));
        Path folder = store.indexFolder(bundle.id());
        try (ProgressLine progress = console.progress("indexing")) {
            VectorIndex index =
                    CatalogueIndex.build(
                            bundle,
                            embedder,
                            folder,
                            chosen,
                            done -> progress.show((double) done / items, done + " items"));
            return new Recommender(bundle, embedder, index);
        }
    }
}
