package org.tandemrec.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * The graph of one segment (HNSW: Malkov and Yashunin 2016), for one walk. Lucene's own parts, put
 * together here because its {@code searchNearestVectors} notes visited items in a sparse set, which
 * takes a sixth of the time of a walk.
 */
final class LuceneGraph {
    private final HnswGraph graph;
    private final FloatVectorValues vectors;

    private LuceneGraph(HnswGraph graph, FloatVectorValues vectors) {
        this.graph = graph;
        this.vectors = vectors;
    }

    /** The graph of a segment, where it has one: Lucene builds none for very few vectors. */
    static Optional<LuceneGraph> of(LeafReader leaf) throws IOException {
        KnnVectorsReader reader = ((CodecReader) leaf).getVectorReader();
        if (reader instanceof PerFieldKnnVectorsFormat.FieldsReader fields
                && fields.getFieldReader(LuceneDocuments.VECTOR)
                        instanceof HnswGraphProvider hnsw) {
            HnswGraph graph = hnsw.getGraph(LuceneDocuments.VECTOR);
            FloatVectorValues vectors = leaf.getFloatVectorValues(LuceneDocuments.VECTOR);
            return graph.size() == vectors.size()
                    ? Optional.of(new LuceneGraph(graph, vectors))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * Walks towards the query, offering the collector each visited item that is accepted; gives
     * what it kept, ascending.
     */
    int[] walk(float[] query, Bits accepted, KnnCollector collector) throws IOException {
        RandomVectorScorer scorer =
                FlatVectorScorerUtil.getLucene99FlatVectorsScorer()
                        .getRandomVectorScorer(
                                VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT, vectors, query);
        new HnswGraphSearcher(new NeighborQueue(collector.k(), true), new FixedBitSet(graph.size()))
                .search(collector, scorer, graph, scorer.getAcceptOrds(accepted));
        int[] documents =
                Stream.of(collector.topDocs().scoreDocs)
                        .mapToInt(hit -> scorer.ordToDoc(hit.doc))
                        .toArray();
        Arrays.sort(documents);
        return documents;
    }
}
