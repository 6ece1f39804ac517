package org.tandemrec.index;

/**
 * How hard an approximate index looks: the number of candidates that a walk through the graph
 * keeps, more of them finding more of the true neighbours in more time.
 *
 * @param breadth candidates kept, 1 to 10,000; never fewer than twice the items asked for are
 */
public record SearchEffort(int breadth) {
    private static final int BROADEST = 10_000;

    /** Finds 0.99 of the true ten nearest among 100,000: see docs/benchmarks.md. */
    public static final SearchEffort DEFAULT = new SearchEffort(40);

    public SearchEffort {
        if (breadth < 1 || breadth > BROADEST) {
            throw new IndexException(
                    IndexException.Kind.INVALID,
                    "search breadth is %d, expected 1 to %d".formatted(breadth, BROADEST));
        }
    }

    /** Candidates to keep where k items are wanted. */
    int candidates(int k) {
        return (int) Math.max(breadth, Math.min(Integer.MAX_VALUE - 8, 2L * k));
    }
}
