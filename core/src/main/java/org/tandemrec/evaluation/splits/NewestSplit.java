package org.tandemrec.evaluation.splits;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.data.Dataset;

/**
 * Holds out the newest interactions of all; at the same moment, those further down in the data.
 * Users and items that appear only among them are cold.
 */
record NewestSplit(Share share) implements SplitPlan {
    @Override
    public Split split(Dataset dataset, long seed) {
        String name = "time:" + share;
        long[] times = Times.of(dataset.interactions(), name);
        Parts parts = Parts.holdingOut(dataset, newest(times, share.of(times.length)), name);
        return new Split(
                SplitKind.NEXT,
                name,
                "the newest interactions of all, a share of %s, are held out".formatted(share),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.All(),
                List.of());
    }

    private static boolean[] newest(long[] times, int count) {
        boolean[] heldOut = new boolean[times.length];
        if (count == 0) {
            return heldOut;
        }
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long border = sorted[times.length - count];
        int missing = count;
        for (int row = 0; row < times.length; row++) {
            heldOut[row] = times[row] > border;
            missing -= heldOut[row] ? 1 : 0;
        }
        for (int row = times.length - 1; missing > 0; row--) {
            if (times[row] == border) {
                heldOut[row] = true;
                missing--;
            }
        }
        return heldOut;
    }
}
