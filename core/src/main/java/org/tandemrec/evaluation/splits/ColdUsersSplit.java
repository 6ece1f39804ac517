package org.tandemrec.evaluation.splits;

import java.util.List;
import java.util.Set;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.StringColumn;

/** Holds out every interaction of some users, drawn by chance among those who have one. */
record ColdUsersSplit(Share share) implements SplitPlan {
    @Override
    public Split split(Dataset dataset, long seed) {
        StringColumn users = dataset.interactions().users();
        Set<String> cold = HeldOutIds.draw(users, share, seed);
        return of(dataset, cold, "cold-users:" + share, List.of());
    }

    static Split of(Dataset dataset, Set<String> cold, String name, List<String> notices) {
        boolean[] heldOut = HeldOutIds.mark(dataset.interactions().users(), cold);
        Parts parts = Parts.holdingOut(dataset, heldOut, name);
        return new Split(
                SplitKind.COLD_USERS,
                name,
                "all interactions of %d users are held out; only their attributes are known"
                        .formatted(cold.size()),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.All(),
                notices);
    }
}
