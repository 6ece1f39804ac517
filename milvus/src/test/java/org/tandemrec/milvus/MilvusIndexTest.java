package org.tandemrec.milvus;

import java.util.UUID;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.index.VectorIndexContract;

class MilvusIndexTest extends VectorIndexContract {
    private final MilvusOptions options =
            MilvusOptions.at("http://127.0.0.1:19530")
                    .named("contract_" + UUID.randomUUID().toString().replace("-", ""));

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
