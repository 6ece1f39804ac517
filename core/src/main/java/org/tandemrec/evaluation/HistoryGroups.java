package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Divides the users by how much was known of them when they were asked for. */
final class HistoryGroups {
    private static final int[] FIRST = {0, 1, 5, 20, 50, 100, 200, 500};

    private HistoryGroups() {}

    /**
     * The groups with a user, the shortest histories first; none where all users are in one.
     *
     * @param sizes how many past interactions each user has
     * @param tallies of the judged recommender, then of the baselines, of the same users
     */
    static List<HistoryGroup> of(int[] sizes, List<Tally> tallies) {
        List<HistoryGroup> groups = new ArrayList<>();
        for (int group = 0; group < FIRST.length; group++) {
            int from = FIRST[group];
            OptionalInt to =
                    group + 1 < FIRST.length
                            ? OptionalInt.of(FIRST[group + 1] - 1)
                            : OptionalInt.empty();
            int[] times =
                    Arrays.stream(sizes)
                            .map(size -> from <= size && size <= to.orElse(size) ? 1 : 0)
                            .toArray();
            int users = Arrays.stream(times).sum();
            if (users > 0) {
                List<Judgement> all = tallies.stream().map(one -> one.judgement(times)).toList();
                groups.add(
                        new HistoryGroup(
                                from, to, users, all.getFirst(), all.subList(1, all.size())));
            }
        }
        return groups.size() > 1 ? groups : List.of();
    }
}
