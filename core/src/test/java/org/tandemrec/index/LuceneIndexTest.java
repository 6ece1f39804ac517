package org.tandemrec.index;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends VectorIndexContract {
    @TempDir Path folder;

    @Override
    protected VectorIndex create(String version, int dimension) {
        return Indexes.create(folder, IndexKind.LUCENE, version, dimension);
    }

    @Override
    protected VectorIndex open(String version, int dimension) {
        return Indexes.open(folder, version, dimension);
    }
}
