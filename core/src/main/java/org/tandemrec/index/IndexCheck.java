package org.tandemrec.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an index compares with the exact answer.
 *
 * @param index the engine's name
 * @param recallAt10 the part of the true ten nearest that the index found, the mean over the
 *     queries, 0 to 1; of an index of fewer than ten items, the part of all of them; 1 for an empty
 *     index
 * @param p50Micros the median time of a search in microseconds, one thread, after a round of
 *     warming up
 * @param p99Micros the time that one search in a hundred exceeds
 * @param bytes what the index takes
 */
public record IndexCheck(
        String index,
        @JsonProperty("recall@10") double recallAt10,
        double p50Micros,
        double p99Micros,
        long bytes) {
    private static final int K = 10;

    /**
     * Asks both indexes all queries.
     *
     * @param exact an index of the same items that is always right: an {@link ExactIndex}
     * @param queries vectors of the kind that the index will be asked; at least one
     */
    public static IndexCheck of(VectorIndex index, VectorIndex exact, List<DenseVector> queries) {
        if (queries.isEmpty()) {
            throw new IndexException(
                    IndexException.Kind.INVALID, "no query vectors to check the index with");
        }
        double recall =
                queries.stream().mapToDouble(query -> recall(index, exact, query)).sum()
                        / queries.size();
        double[] micros = queries.stream().mapToDouble(query -> micros(index, query)).toArray();
        Arrays.sort(micros);
        return new IndexCheck(
                index.kind(), recall, quantile(micros, 0.5), quantile(micros, 0.99), index.bytes());
    }

    private static double recall(VectorIndex index, VectorIndex exact, DenseVector query) {
        List<Hit> expected = exact.search(SearchRequest.nearest(query, K));
        if (expected.isEmpty()) {
            return 1;
        }
        Set<String> found =
                index.search(SearchRequest.nearest(query, K)).stream()
                        .map(Hit::id)
                        .collect(Collectors.toSet());
        return expected.stream().filter(hit -> found.contains(hit.id())).count()
                / (double) expected.size();
    }

    private static double micros(VectorIndex index, DenseVector query) {
        SearchRequest request = SearchRequest.nearest(query, K);
        long start = System.nanoTime();
        index.search(request);
        return (System.nanoTime() - start) / 1e3;
    }

    private static double quantile(double[] ascending, double part) {
        return ascending[(int) Math.min(ascending.length - 1, part * ascending.length)];
    }
}
