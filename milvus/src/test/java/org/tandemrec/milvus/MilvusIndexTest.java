package org.tandemrec.milvus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.index.VectorIndexContract;

@ExtendWith(NeedsMilvus.class)
class MilvusIndexTest extends VectorIndexContract {
    private final MilvusOptions options = NeedsMilvus.options();

    @AfterEach
    void clear() {
        NeedsMilvus.clear(options);
    }

    @Override
    protected VectorIndex create(String version, int dimension) {
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            return indexes.create(version, dimension);
        }
    }

    @Override
    protected VectorIndex open(String version, int dimension) {
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            return indexes.open(version, dimension);
        }
    }
}
