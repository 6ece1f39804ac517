package org.tandemrec.evaluation.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.evaluation.SmallData;

class SplitPlanTest {
    private static Dataset grid(int users, int items) {
        List<String> lines = new ArrayList<>();
        for (int user = 1; user <= users; user++) {
            for (int item = 1; item <= items; item++) {
                lines.add("u%d i%d 3 %d".formatted(user, item, user * 100 + item));
            }
        }
        return SmallData.of(lines.toArray(String[]::new));
    }

    static List<String> pairs(Interactions interactions) {
        List<String> pairs = new ArrayList<>();
        for (int row = 0; row < interactions.size(); row++) {
            pairs.add(
                    interactions.users().at(row).orElseThrow()
                            + " "
                            + interactions.items().at(row).orElseThrow());
        }
        return pairs;
    }

    private static Set<String> ends(Interactions interactions, int end) {
        Set<String> ends = new TreeSet<>();
        pairs(interactions).forEach(pair -> ends.add(pair.split(" ", -1)[end]));
        return ends;
    }

    @Test
    void aRandomSplitHoldsOutItsShareAndLosesNothing() {
        Dataset dataset = grid(10, 10);
        Split split = SplitPlan.parse("random:0.25").split(dataset, 1);
        assertThat(split.heldOut().size()).isEqualTo(25);
        List<String> together = new ArrayList<>(pairs(split.train().interactions()));
        together.addAll(pairs(split.heldOut()));
        assertThat(together).containsExactlyInAnyOrderElementsOf(pairs(dataset.interactions()));
    }

    @Test
    void theSameSeedHoldsOutTheSameRows() {
        Dataset dataset = grid(10, 10);
        SplitPlan plan = SplitPlan.parse("random");
        List<String> first = pairs(plan.split(dataset, 1).heldOut());
        assertThat(pairs(plan.split(dataset, 1).heldOut())).isEqualTo(first);
        assertThat(pairs(plan.split(dataset, 2).heldOut())).isNotEqualTo(first);
    }

    @Test
    void theLastSplitHoldsOutEachUsersNewestAndKeepsSingleOnes() {
        Dataset dataset = SmallData.of("a x 3 30", "a y 3 10", "b x 3 5", "a z 3 30", "b y 3 -");
        Split split = SplitPlan.parse("last").split(dataset, 1);
        assertThat(pairs(split.heldOut())).containsExactly("b x", "a z");
        Dataset single = SmallData.of("a x 3 1", "a y 3 2", "b x 3 9");
        assertThat(pairs(SplitPlan.parse("last").split(single, 1).heldOut()))
                .containsExactly("a y");
    }

    @Test
    void theTimeSplitHoldsOutTheNewestOfAll() {
        Dataset dataset = SmallData.of("a x 3 40", "a y 3 10", "b x 3 20", "b y 3 40", "c x 3 30");
        assertThat(pairs(SplitPlan.parse("time:0.2").split(dataset, 1).heldOut()))
                .containsExactly("b y");
        assertThat(pairs(SplitPlan.parse("time:0.6").split(dataset, 1).heldOut()))
                .containsExactly("a x", "b y", "c x");
    }

    @Test
    void coldUsersHaveNothingInTheTrainPart() {
        Split split = SplitPlan.parse("cold-users").split(grid(10, 4), 3);
        assertThat(ends(split.heldOut(), 0)).hasSize(2);
        assertThat(ends(split.train().interactions(), 0))
                .hasSize(8)
                .doesNotContainAnyElementsOf(ends(split.heldOut(), 0));
        assertThat(split.kind()).isEqualTo(SplitKind.COLD_USERS);
    }

    /** Every user gives item i the value 1, 2, 3 or 4: the mean is 2.5, liked are the last two. */
    private static Dataset graded(int users) {
        List<String> lines = new ArrayList<>();
        for (int user = 1; user <= users; user++) {
            for (int item = 1; item <= 4; item++) {
                lines.add("u%d i%d %d %d".formatted(user, item, item, item));
            }
        }
        return SmallData.of(lines.toArray(String[]::new));
    }

    @Test
    void someOfWhatColdUsersLikedIsKnownAndNoLongerHeldOut() {
        Split split = SplitPlan.parse("cold-users:0.5:liked=1").split(graded(10), 3);
        assertThat(split.validation().size()).isEqualTo(5);
        assertThat(ends(split.validation(), 0)).hasSize(5).isEqualTo(ends(split.heldOut(), 0));
        assertThat(ends(split.validation(), 1)).isSubsetOf("i3", "i4");
        assertThat(split.heldOut().size()).isEqualTo(15);
        assertThat(split.train().interactions().size()).isEqualTo(20);
        assertThat(split.name()).isEqualTo("cold-users:0.5:liked=1");
        assertThat(split.meaning()).endsWith("known, and up to 1 items they liked");
        assertThat(split.validating()).isEmpty();
    }

    @Test
    void theSameSeedMakesTheSameLikedItemsKnown() {
        SplitPlan plan = SplitPlan.parse("cold-users:liked=1");
        List<String> first = pairs(plan.split(graded(40), 1).validation());
        assertThat(pairs(plan.split(graded(40), 1).validation())).isEqualTo(first);
        assertThat(pairs(plan.split(graded(40), 2).validation())).isNotEqualTo(first);
    }

    @Test
    void neverAllOfAColdUserIsKnown() {
        Dataset dataset = SmallData.of("a x 3 1", "b x 3 1", "c x 3 1", "d x 3 1", "e x 3 1");
        Split split = SplitPlan.parse("cold-users:liked=5").split(dataset, 1);
        assertThat(split.validation().size()).isZero();
        assertThat(split.heldOut().size()).isEqualTo(1);
    }

    @Test
    void likedItemsNeedColdUsersAndANumber() {
        assertThatThrownBy(() -> SplitPlan.parse("last").knowingLiked(5).split(grid(4, 4), 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "split 'last' has no cold users of whom liked items could be known; take"
                                + " cold-users or a file of users");
        assertThatThrownBy(() -> SplitPlan.parse("cold-users:liked=few"))
                .hasMessage(
                        "liked items of cold users are 'few', expected a number of at least 1 such"
                                + " as 5");
        assertThatThrownBy(() -> SplitPlan.parse("cold-users:liked=0"))
                .hasMessage("liked items of cold users are 0, expected at least 1");
    }

    @Test
    void coldItemsHaveNothingInTheTrainPartAndAreTheOnlyOnesRanked() {
        Split split = SplitPlan.parse("cold-items:0.5").split(grid(3, 10), 3);
        Set<String> cold = ends(split.heldOut(), 1);
        assertThat(cold).hasSize(5);
        assertThat(ends(split.train().interactions(), 1)).doesNotContainAnyElementsOf(cold);
        assertThat(split.ranked()).isEqualTo(new RankedItems.Only(cold));
    }

    @Test
    void anUnknownSplitIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> SplitPlan.parse("half"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "split is 'half', expected one of random[:0.1], last, time[:0.1],"
                                + " cold-users[:0.2][:liked=5], cold-items[:0.2]");
    }

    @Test
    void aShareMustLieBetweenNothingAndAll() {
        assertThatThrownBy(() -> SplitPlan.parse("random:1"))
                .hasMessage(
                        "share of a split is 1.0, expected a number above 0 and below 1 such as 0.1");
        assertThatThrownBy(() -> SplitPlan.parse("time:x"))
                .hasMessage(
                        "share of a split is 'x', expected a number above 0 and below 1 such as 0.1");
    }

    @Test
    void aSplitThatLeavesAPartEmptyIsRefused() {
        Dataset tiny = SmallData.of("a x 3 1", "b x 3 2");
        assertThatThrownBy(() -> SplitPlan.parse("last").split(tiny, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "split 'last' leaves no interaction for the test part of 2; take another"
                                + " split or more data");
    }

    @Test
    void splitsInTimeNeedTimes() {
        assertThatThrownBy(
                        () -> SplitPlan.parse("time").split(SmallData.of("a x 3 -", "b x 3 -"), 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "split 'time:0.1' needs times, but no interaction of this data has one; take"
                                + " random or a test file");
    }
}
