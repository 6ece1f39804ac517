package org.tandemrec.cli;

import org.tandemrec.index.VectorIndex;
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
    public void activate(String version) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            milvus.activate(version);
        }
    }
}
