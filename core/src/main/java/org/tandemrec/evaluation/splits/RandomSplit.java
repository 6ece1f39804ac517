package org.tandemrec.evaluation.splits;

import java.util.List;
import org.tandemrec.data.Dataset;

/** Holds out interactions drawn by chance, whoever's they are. */
record RandomSplit(Share share) implements SplitPlan {
    @Override
    public Split split(Dataset dataset, long seed) {
        String name = "random:" + share;
        boolean[] heldOut = share.draw(dataset.interactions().size(), seed);
        Parts parts = Parts.holdingOut(dataset, heldOut, name);
        return new Split(
                SplitKind.KNOWN,
                name,
                "a share of %s of all interactions, drawn by chance, is held out".formatted(share),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.All(),
                List.of());
    }
}
