package org.tandemrec.evaluation.splits;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.StringColumn;

/**
 * Holds out each user's last interaction; at the same moment, the one further down in the data.
 * Users with a single interaction keep it.
 */
record LastSplit() implements SplitPlan {
    private static final String NAME = "last";
    private static final int NONE = -1;

    @Override
    public Split split(Dataset dataset, long seed) {
        StringColumn users = dataset.interactions().users();
        long[] times = Times.of(dataset.interactions(), NAME);
        Parts parts = Parts.holdingOut(dataset, last(users, times), NAME);
        return new Split(
                SplitKind.NEXT,
                NAME,
                "the last interaction of each user is held out",
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.All(),
                List.of());
    }

    private static boolean[] last(StringColumn users, long[] times) {
        int[] counts = new int[users.dictionary().size()];
        int[] lastRow = new int[counts.length];
        Arrays.fill(lastRow, NONE);
        for (int row = 0; row < times.length; row++) {
            int user = users.code(row);
            counts[user]++;
            if (lastRow[user] == NONE || times[row] >= times[lastRow[user]]) {
                lastRow[user] = row;
            }
        }
        boolean[] heldOut = new boolean[times.length];
        for (int user = 0; user < counts.length; user++) {
            if (counts[user] > 1) {
                heldOut[lastRow[user]] = true;
            }
        }
        return heldOut;
    }
}
