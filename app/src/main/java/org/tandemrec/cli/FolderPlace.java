package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
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
    public void reach() {
        // A folder is there, or is made.
    }

    @Override
    public VectorIndex open(ModelBundle bundle) {
        return Indexes.open(
                store.indexFolder(bundle.id()), bundle.id(), bundle.manifest().dimension());
    }

    @Override
    public VectorIndex create(ModelBundle bundle) {
        return create(bundle, store.indexFolder(bundle.id()));
    }

    private VectorIndex create(ModelBundle bundle, Path folder) {
        return Indexes.create(
                folder,
                kind.orElse(IndexKind.forCount(bundle.catalogue().size())),
                bundle.id(),
                bundle.manifest().dimension());
    }

    /** Always one made for the while: what is in the store may be of another kind. */
    @Override
    public JudgedIndex judged(ModelBundle bundle, Consumer<VectorIndex> filling) {
        TemporaryFolder folder = TemporaryFolder.make();
        return JudgedIndex.filled(
                create(bundle, folder.path().resolve("index")), filling, folder::close);
    }

    @Override
    public void activate(String version) {
        // Every bundle has a folder of its own; nothing has to move.
    }
}
