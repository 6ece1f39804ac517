package org.tandemrec.recommend;

import java.util.OptionalDouble;
import org.tandemrec.model.CatalogueItem;

/**
 * One place of a list.
 *
 * @param rank from 1
 * @param item what stands there
 * @param score the inner product of the two vectors
 * @param rating the predicted rating on the recipe's scale; absent where no person is compared
 */
public record RankedItem(int rank, CatalogueItem item, double score, OptionalDouble rating) {
    public String id() {
        return item.id();
    }

    public String title() {
        return item.title();
    }
}
