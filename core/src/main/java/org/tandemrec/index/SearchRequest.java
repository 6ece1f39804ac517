package org.tandemrec.index;

import java.time.Duration;

/**
 * A question to an index.
 *
 * @param vector what items are compared with; finite
 * @param k how many items are wanted, at least 1; fewer come back only where fewer match
 * @param filter what an item must be
 * @param deadline how long the answer may take, from the call on; above zero
 */
public record SearchRequest(DenseVector vector, int k, Filter filter, Duration deadline) {
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

    /** Refuses, with an {@link IndexException}, what cannot be answered. */
    public SearchRequest {
        if (k < 1) {
            throw invalid("k is %d, expected at least 1".formatted(k));
        }
        if (!deadline.isPositive()) {
            throw invalid("the deadline is %s, expected more than zero".formatted(deadline));
        }
        if (vector.firstNonFinite().isPresent()) {
            throw invalid("the query vector has a component that is not a finite number");
        }
    }

    /** The nearest k of all items, within ten seconds. */
    public static SearchRequest nearest(DenseVector vector, int k) {
        return new SearchRequest(vector, k, new Filter.Everything(), DEFAULT_DEADLINE);
    }

    /** This request under another filter. */
    public SearchRequest where(Filter other) {
        return new SearchRequest(vector, k, other, deadline);
    }

    /** This request with another deadline. */
    public SearchRequest within(Duration other) {
        return new SearchRequest(vector, k, filter, other);
    }

    private static IndexException invalid(String message) {
        return new IndexException(IndexException.Kind.INVALID, message);
    }
}
