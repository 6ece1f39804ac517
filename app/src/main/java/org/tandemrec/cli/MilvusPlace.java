package org.tandemrec.cli;

import java.util.function.Consumer;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.MilvusCollection;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.model.ModelBundle;

/**
 * A collection on a Milvus server for each bundle.
 *
 * @param options where the server is and how it is spoken to
 */
record MilvusPlace(MilvusOptions options) implements IndexPlace {
    @Override
    public IndexPlace withFallback() {
        return new MilvusPlace(options.withFallback());
    }

    @Override
    public void reach() {
        MilvusIndexes.connect(options).close();
    }

    @Override
    public VectorIndex open(ModelBundle bundle) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            return milvus.open(bundle.id(), bundle.manifest().dimension());
        }
    }

    @Override
    public VectorIndex create(ModelBundle bundle) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            return milvus.resume(bundle.id(), bundle.manifest().dimension());
        }
    }

    @Override
    public JudgedIndex judged(ModelBundle bundle, Consumer<VectorIndex> filling) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            boolean there =
                    milvus.list().stream()
                            .filter(one -> one.state() != MilvusCollection.State.UNFINISHED)
                            .anyMatch(one -> one.version().equals(bundle.id()));
            int dimension = bundle.manifest().dimension();
            return there
                    ? JudgedIndex.existing(milvus.open(bundle.id(), dimension))
                    : JudgedIndex.filled(
                            milvus.createAside(bundle.id(), dimension),
                            filling,
                            () -> drop(bundle.id()));
        }
    }

    private void drop(String version) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            milvus.list().stream()
                    .filter(one -> one.version().equals(version))
                    .forEach(one -> milvus.drop(one.collection()));
        }
    }

    @Override
    public void activate(String version) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            milvus.activate(version);
        }
    }
}
