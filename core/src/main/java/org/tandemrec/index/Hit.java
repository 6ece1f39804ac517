package org.tandemrec.index;

import java.util.Comparator;

/**
 * An item found.
 *
 * @param score the inner product of its vector with the query's, summed in the order of the
 *     components
 */
public record Hit(String id, float score) {
    /** Highest score first, ties by id. */
    public static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);
}
