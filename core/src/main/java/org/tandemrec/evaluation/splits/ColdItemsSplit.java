package org.tandemrec.evaluation.splits;

import java.util.List;
import java.util.Set;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.StringColumn;

/**
 * Holds out every interaction with some items, drawn by chance among those that have one; only
 * these items are ranked.
 */
record ColdItemsSplit(Share share) implements SplitPlan {
    @Override
    public Split split(Dataset dataset, long seed) {
        StringColumn items = dataset.interactions().items();
        Set<String> cold = HeldOutIds.draw(items, share, seed);
        return of(dataset, cold, "cold-items:" + share, List.of());
    }

    static Split of(Dataset dataset, Set<String> cold, String name, List<String> notices) {
        boolean[] heldOut = HeldOutIds.mark(dataset.interactions().items(), cold);
        Parts parts = Parts.holdingOut(dataset, heldOut, name);
        return new Split(
                SplitKind.COLD_ITEMS,
                name,
                "all interactions with %d items are held out; only these are ranked"
                        .formatted(cold.size()),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.Only(cold),
                notices);
    }
}
