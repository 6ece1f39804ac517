package org.tandemrec.benchmarks;

import java.util.List;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * Items with questions to them.
 *
 * @param answers the exact ones, in the order of the questions
 */
record SoakCatalogue(
        List<DenseVector> items, List<SearchRequest> questions, List<List<Hit>> answers) {
    private static final int K = 10;

    static SoakCatalogue of(ClusteredVectors vectors, int items, int questions) {
        List<DenseVector> drawn = vectors.next(items);
        List<SearchRequest> asked =
                vectors.next(questions).stream()
                        .map(query -> SearchRequest.nearest(query, K))
                        .toList();
        try (VectorIndex exact = SampleIndexes.exact(drawn)) {
            return new SoakCatalogue(drawn, asked, asked.stream().map(exact::search).toList());
        }
    }

    int dimension() {
        return items.getFirst().dimension();
    }
}
