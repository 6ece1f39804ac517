package org.tandemrec.cli;

import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.Indexes;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;

/**
 * An index in the store's own folder.
 *
 * @param store whose bundles it belongs to
 * @param kind of new indexes; chosen by the number of items where absent
 */
record FolderPlace(ModelStore store, Optional<IndexKind> kind) implements IndexPlace {
    @Override
    public IndexPlace withFallback() {
        throw new BadInputException("--fallback belongs to --index milvus");
    }

    @Override
    public VectorIndex open(ModelBundle bundle) {
        return Indexes.open(
                store.indexFolder(bundle.id()), bundle.id(), bundle.manifest().dimension());
    }

    @Override
    public VectorIndex create(ModelBundle bundle) {
        return Indexes.create(
                store.indexFolder(bundle.id()),
                kind.orElse(IndexKind.forCount(bundle.catalogue().size())),
                bundle.id(),
                bundle.manifest().dimension());
    }

    @Override
    public void activate(String version) {
        // Every bundle has a folder of its own; nothing has to move.
    }
}
