package org.tandemrec.index;

import java.util.List;

/** What must hold before vectors of an index may be compared with others. */
public final class Expectations {
    private Expectations() {}

    /** Refuses an index that another bundle made, or one of another width. */
    public static void check(
            String version, int dimension, String activeVersion, int activeDimension) {
        if (!version.equals(activeVersion)) {
            throw new IndexException(
                    IndexException.Kind.WRONG_VERSION,
                    "index was built by bundle %s, the active bundle is %s; run 'tandem index'"
                            .formatted(version, activeVersion));
        }
        if (dimension != activeDimension) {
            throw new IndexException(
                    IndexException.Kind.WRONG_DIMENSION,
                    "index has vectors of %d dimensions, the active bundle makes %d; run 'tandem index'"
                            .formatted(dimension, activeDimension));
        }
    }

    /** Refuses items of another width than the index's. */
    public static void checkItems(List<IndexedItem> items, int dimension) {
        for (IndexedItem item : items) {
            if (item.vector().dimension() != dimension) {
                throw new IndexException(
                        IndexException.Kind.WRONG_DIMENSION,
                        "item '%s' has a vector of %d dimensions, expected the index's %d"
                                .formatted(item.id(), item.vector().dimension(), dimension));
            }
        }
    }

    /** Refuses a query of another width than the index's. */
    public static void checkQuery(SearchRequest request, int dimension) {
        if (request.vector().dimension() != dimension) {
            throw new IndexException(
                    IndexException.Kind.WRONG_DIMENSION,
                    "the query vector has %d dimensions, expected the index's %d"
                            .formatted(request.vector().dimension(), dimension));
        }
    }

    /** Refuses to work on a closed index. */
    public static void checkOpen(boolean closed) {
        if (closed) {
            throw new IndexException(
                    IndexException.Kind.UNAVAILABLE, "the index is closed; open it again");
        }
    }
}
