package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.Indexes;
import org.tandemrec.index.SearchEffort;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.CollectionLayout;
import org.tandemrec.milvus.MilvusIndexType;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;

/** An index in the comparison: how it is made, and how it goes again. */
sealed interface ComparedIndex {
    /** As the table calls it. */
    String name();

    /** An empty index. */
    VectorIndex create(int dimension);

    /** Removes what is left of it once it is closed. */
    void remove();

    /** All that are compared, in the order of the table; the first is always right. */
    static List<ComparedIndex> all(Path folder, String uri) {
        return List.of(
                new Embedded(IndexKind.EXACT, folder),
                new Embedded(IndexKind.LUCENE, folder),
                new OnServer(MilvusIndexType.FLAT, uri),
                new OnServer(MilvusIndexType.HNSW, uri));
    }

    /** One in a folder of its own, which goes with the folder around it. */
    record Embedded(IndexKind kind, Path folder) implements ComparedIndex {
        @Override
        public String name() {
            return kind.label();
        }

        @Override
        public VectorIndex create(int dimension) {
            return Indexes.create(
                    folder.resolve(name()),
                    kind,
                    SampleIndexes.VERSION,
                    dimension,
                    SearchEffort.DEFAULT);
        }

        @Override
        public void remove() {
            // The folder around it goes at the end.
        }
    }

    /** One on a Milvus server. */
    record OnServer(MilvusIndexType type, String uri) implements ComparedIndex {
        @Override
        public String name() {
            return "milvus " + type.label();
        }

        private MilvusOptions options() {
            return MilvusOptions.at(uri)
                    .named("benchmark_" + type.label())
                    .with(CollectionLayout.usual().with(type));
        }

        @Override
        public VectorIndex create(int dimension) {
            remove();
            try (MilvusIndexes milvus = MilvusIndexes.connect(options())) {
                return milvus.create(SampleIndexes.VERSION, dimension);
            }
        }

        @Override
        public void remove() {
            try (MilvusIndexes milvus = MilvusIndexes.connect(options())) {
                milvus.list().forEach(left -> milvus.drop(left.collection()));
            }
        }
    }
}
