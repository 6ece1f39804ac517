package org.tandemrec.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListMetricsTest {
    /** Of 7 train users, items 0 to 3 were met by 7, 3, 1 and 0. */
    private static RecommendedLists lists(int[]... lists) {
        RecommendedLists recommended = new RecommendedLists(new int[] {7, 3, 1, 0}, 7, 4);
        List.of(lists).forEach(recommended::add);
        return recommended;
    }

    @Test
    void coverageIsTheShareOfRankableItemsThatStandInAList() {
        assertThat(new ItemCoverage().of(lists(new int[] {0, 1}, new int[] {1, 0})))
                .hasValue(2.0 / 4);
    }

    @Test
    void noveltyIsTheMeanSelfInformationOfTheEntries() {
        double bits = (0 + 1 + 2 + 3) / 4.0;
        assertThat(new Novelty().of(lists(new int[] {0, 1}, new int[] {2, 3})).getAsDouble())
                .isCloseTo(bits, within(1e-12));
    }

    @Test
    void popularityIsTheMeanNumberOfTrainUsersOfTheEntries() {
        assertThat(new RecommendedPopularity().of(lists(new int[] {0, 1}, new int[] {0, 2})))
                .hasValue((7 + 3 + 7 + 1) / 4.0);
    }

    @Test
    void overlapIsOneWhereEverybodyGetsTheSame() {
        int[] same = {2, 0};
        assertThat(new ListOverlap().of(lists(same, same, same))).hasValue(1);
    }

    @Test
    void overlapIsTheMeanOverAllPairs() {
        // Shared: one item, none, one item; of two each.
        assertThat(
                        new ListOverlap()
                                .of(lists(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3})))
                .hasValue((0.5 + 0 + 0.5) / 3);
    }

    @Test
    void overlapByCountsEqualsTheComparisonOfEveryPair() {
        int[][] lists = new int[30][];
        Random random = new Random(5);
        for (int list = 0; list < lists.length; list++) {
            lists[list] = random.ints(0, 20).distinct().limit(6).toArray();
        }
        RecommendedLists recommended = new RecommendedLists(new int[20], 1, 20);
        List.of(lists).forEach(recommended::add);
        assertThat(new ListOverlap().of(recommended).getAsDouble())
                .isCloseTo(pairByPair(lists), within(1e-12));
    }

    private static double pairByPair(int[][] lists) {
        double sum = 0;
        int pairs = 0;
        for (int first = 0; first < lists.length; first++) {
            for (int second = first + 1; second < lists.length; second++) {
                int[] other = lists[second];
                sum +=
                        IntStream.of(lists[first])
                                        .filter(
                                                item ->
                                                        IntStream.of(other)
                                                                .anyMatch(o -> o == item))
                                        .count()
                                / 6.0;
                pairs++;
            }
        }
        return sum / pairs;
    }

    @Test
    void whatIsNotDefinedIsLeftEmpty() {
        assertThat(new ListOverlap().of(lists(new int[] {0, 1}))).isEmpty();
        assertThat(new Novelty().of(lists())).isEmpty();
        assertThat(new RecommendedPopularity().of(lists())).isEmpty();
        assertThat(new ItemCoverage().of(new RecommendedLists(new int[2], 1, 0))).isEmpty();
    }
}
