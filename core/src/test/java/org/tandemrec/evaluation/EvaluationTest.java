package org.tandemrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.evaluation.scorers.Baselines;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.scorers.Scorer;
import org.tandemrec.evaluation.scorers.ValuePredictor;
import org.tandemrec.evaluation.splits.RankedItems;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitKind;
import org.tandemrec.evaluation.splits.SplitPlan;

class EvaluationTest {
    /** Items p, q, r, s, t; user a has met p, user b has met q. */
    private static final Dataset TRAIN =
            new SmallData().items("r", "s", "t").interactions("a p 5 1", "b q 4 1").build();

    private static Split split(RankedItems ranked, String... heldOut) {
        Dataset asked = SmallData.of(heldOut);
        return new Split(
                SplitKind.KNOWN,
                "by hand",
                "made by hand",
                TRAIN,
                asked.interactions().select(new int[0]),
                asked.interactions(),
                ranked,
                List.of());
    }

    /** Gives everybody the same scores for p, q, r, s, t and the same value for everything. */
    private static final class Fixed implements Scorer {
        private final float[] scores;
        private final float value;

        private Fixed(float[] scores, float value) {
            this.scores = scores;
            this.value = value;
        }

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public void scores(List<Person> people, float[][] into) {
            for (float[] row : into) {
                System.arraycopy(scores, 0, row, 0, row.length);
            }
        }

        @Override
        public Optional<ValuePredictor> valuePredictor() {
            return Optional.of(
                    (people, items, into) -> {
                        for (float[] row : into) {
                            Arrays.fill(row, value);
                        }
                    });
        }
    }

    private static EvaluationResult judge(Split split, Scorer scorer, Scorer... baselines) {
        return Evaluation.judge(
                split,
                scorer,
                List.of(baselines),
                new EvaluationOptions(List.of(2), 100, 1),
                EvaluationProgress.silent());
    }

    private static double metric(EvaluationResult result, String name) {
        return result.judged().metric(name).orElseThrow().value();
    }

    @Test
    void whatAUserHasMetIsNotRanked() {
        Split split = split(new RankedItems.All(), "a r 5 2", "b s 5 2");
        EvaluationResult result = judge(split, new Fixed(new float[] {9, 8, 7, 6, 5}, 3));
        // For a: q, r, s, t with r second. For b: p, r, s, t with s third, beyond the list of two.
        assertThat(metric(result, "hitRate@2")).isEqualTo(0.5);
        assertThat(metric(result, "mrr")).isEqualTo((1.0 / 2 + 1.0 / 3) / 2);
        assertThat(metric(result, "ndcg@2")).isCloseTo(1 / 1.58496250 / 2, within(1e-8));
    }

    @Test
    void onlyTheItemsOfTheSplitAreRanked() {
        Split split = split(new RankedItems.Only(Set.of("s", "t")), "a t 5 2");
        EvaluationResult result = judge(split, new Fixed(new float[] {9, 8, 7, 6, 5}, 3));
        assertThat(metric(result, "mrr")).isEqualTo(1.0 / 2);
        assertThat(result.rankable()).isEqualTo(2);
    }

    @Test
    void amongCandidatesTheHeldOutItemIsRankedWithThemAlone() {
        RankedItems candidates =
                new RankedItems.Candidates(Map.of("a", List.of("q", "s"), "b", List.of("p")));
        Split split = split(candidates, "a t 5 2", "b t 5 2");
        EvaluationResult result = judge(split, new Fixed(new float[] {1, 9, 2, 8, 5}, 3));
        assertThat(metric(result, "mrr")).isEqualTo((1.0 / 3 + 1.0) / 2);
    }

    @Test
    void allHeldOutItemsAreRelevantWhateverTheirValue() {
        Split split = split(new RankedItems.All(), "a r 1 2", "a q 5 2", "a t 3 2");
        EvaluationResult result = judge(split, new Fixed(new float[] {9, 8, 7, 6, 5}, 3));
        assertThat(metric(result, "recall@2")).isEqualTo(2.0 / 3);
        assertThat(metric(result, "precision@2")).isEqualTo(1);
        assertThat(metric(result, "ndcg@2")).isEqualTo(1);
    }

    @Test
    void equalScoresAreRankedByItemId() {
        Split split = split(new RankedItems.All(), "a r 5 2");
        assertThat(metric(judge(split, new Fixed(new float[5], 3)), "mrr")).isEqualTo(1.0 / 2);
    }

    @Test
    void predictedValuesAreClippedToTheScale() {
        Split split = split(new RankedItems.All(), "a r 4 2", "b r 2 2");
        EvaluationResult result = judge(split, new Fixed(new float[5], 17));
        assertThat(metric(result, "mae")).isEqualTo((1 + 3) / 2.0);
        assertThat(metric(result, "rmse")).isCloseTo(Math.sqrt((1 + 9) / 2.0), within(1e-12));
    }

    @Test
    void aPersonWithoutATrainPartIsShownWithoutTheirId() {
        List<Person> asked = new ArrayList<>();
        Scorer spy =
                new Scorer() {
                    @Override
                    public String name() {
                        return "spy";
                    }

                    @Override
                    public void scores(List<Person> people, float[][] into) {
                        asked.addAll(people);
                    }
                };
        judge(split(new RankedItems.All(), "a r 4 2", "z r 2 2"), spy);
        assertThat(asked)
                .extracting(Person::user)
                .containsExactly(Optional.of("a"), Optional.empty());
    }

    @Test
    void aScoreThatIsNoNumberStopsTheJudging() {
        Split split = split(new RankedItems.All(), "a r 4 2");
        assertThatThrownBy(() -> judge(split, new Fixed(new float[] {0, 0, Float.NaN, 0, 0}, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("recommender 'fixed' scored item 'r' with NaN, expected a number");
        assertThatThrownBy(() -> judge(split, new Fixed(new float[5], Float.NaN)))
                .hasMessage("recommender 'fixed' predicted NaN for item 'r', expected a number");
    }

    @Test
    void usersAreAlsoJudgedByHowMuchIsKnownOfThem() {
        Split split = split(new RankedItems.All(), "a r 5 2", "b s 5 2", "z p 2 2");
        Scorer scorer = new Fixed(new float[] {9, 8, 7, 6, 5}, 3);
        List<HistoryGroup> groups = judge(split, scorer, scorer).byHistory();
        // Nothing is known of z, whose held-out p is first; one thing each of a and b.
        assertThat(groups)
                .extracting(HistoryGroup::from, HistoryGroup::to, HistoryGroup::users)
                .containsExactly(tuple(0, OptionalInt.of(0), 1), tuple(1, OptionalInt.of(4), 2));
        assertThat(groups)
                .extracting(group -> group.judged().metric("mrr").orElseThrow().value())
                .containsExactly(1.0, (1.0 / 2 + 1.0 / 3) / 2);
        assertThat(groups)
                .allSatisfy(group -> assertThat(group.baselines()).containsExactly(group.judged()));
    }

    @Test
    void usersOfWhomAsMuchIsKnownAreOneGroupAndNotShownApart() {
        Split split = split(new RankedItems.All(), "a r 5 2", "b s 5 2");
        assertThat(judge(split, new Fixed(new float[5], 3)).byHistory()).isEmpty();
    }

    @Test
    void theBestBaselineIsComparedMetricByMetric() {
        Split split = split(new RankedItems.All(), "a t 5 2", "b t 4 2");
        Scorer weak = new Fixed(new float[] {9, 8, 7, 6, 5}, 4.5f);
        Scorer strong = new Fixed(new float[] {1, 2, 3, 4, 5}, 1);
        EvaluationResult result = judge(split, strong, weak);
        assertThat(result.comparisons())
                .filteredOn(Comparison::baselineWins)
                .extracting(Comparison::metric)
                .containsExactly("rmse", "mae");
        assertThat(result.warnings())
                .contains(
                        "baseline 'fixed' beats 'fixed' on mae: 0.5000 against 3.5000, by 3.0000 (95"
                                + " % interval of the difference 2.5000 to 3.5000)");
    }

    @Test
    void everybodyGettingTheSameIsWarnedOf() {
        Split split = split(new RankedItems.All(), "y t 5 2", "z t 4 2");
        EvaluationResult result = judge(split, new Fixed(new float[] {9, 8, 7, 6, 5}, 4));
        assertThat(result.warnings())
                .contains(
                        "everybody gets nearly the same list: two users share 2.0 of 2 items on"
                                + " average (overlap 1.00); these recommendations are hardly personal");
    }

    @Test
    void aModelThatIgnoresThePersonSetsOffTheAlarmAndAPersonalOneDoesNot() {
        SmallData data = new SmallData().attributes("gender");
        for (int person = 0; person < 20; person++) {
            data.user("u" + person, person % 2 == 0 ? "F" : "M");
            for (int event = 0; event < 4; event++) {
                int item = 5 * (person % 2) + (person + event) % 5;
                data.interactions("u%d i%d 4 %d".formatted(person, item, event));
            }
        }
        Split split = SplitPlan.parse("cold-users").split(data.build(), 1);
        Scorer ignoring = Baselines.of(split.train()).getFirst();
        assertThat(warnings(split, ignoring))
                .anyMatch(line -> line.contains("(overlap 1.00)"))
                .anyMatch(line -> line.contains("(coldOverlap 1.00)"));
        assertThat(warnings(split, new ByGender()))
                .noneMatch(line -> line.startsWith("everybody gets nearly the same list"));
    }

    private static List<String> warnings(Split split, Scorer scorer) {
        return judge(split, scorer).warnings();
    }

    /** Women get i0 to i4, men i5 to i9. */
    private static final class ByGender implements Scorer {
        @Override
        public String name() {
            return "byGender";
        }

        @Override
        public void scores(List<Person> people, float[][] into) {
            for (int row = 0; row < into.length; row++) {
                boolean woman = people.get(row).attribute("gender").equals(Optional.of("F"));
                int half = into[row].length / 2;
                Arrays.fill(into[row], woman ? 0 : half, woman ? half : into[row].length, 1);
            }
        }
    }

    @Test
    void listsOfOtherKindsThanTheHistoryAreFarFromCalibrated() {
        SmallData data = new SmallData().item("p", "drama").item("q", "drama").item("r", "comedy");
        Dataset dataset = data.interactions("a p 5 1", "a q 5 2", "b p 4 1", "b r 4 2").build();
        Split split = SplitPlan.parse("last").split(dataset, 1);
        EvaluationOptions one = new EvaluationOptions(List.of(1), 0, 1);
        Fixed dramas = new Fixed(new float[] {1, 3, 2}, 4);
        Fixed comedies = new Fixed(new float[] {1, 2, 3}, 4);
        EvaluationResult result =
                Evaluation.judge(
                        split, dramas, List.of(comedies), one, EvaluationProgress.silent());
        assertThat(metric(result, "calibration")).isZero();
        assertThat(result.baselines().getFirst().metric("calibration").orElseThrow().value())
                .isCloseTo(Math.log(100), within(1e-12));
    }

    @Test
    void withoutKindsThereIsNothingToCalibrate() {
        EvaluationResult result =
                judge(split(new RankedItems.All(), "a r 5 2"), new Fixed(new float[5], 3));
        assertThat(result.judged().metric("calibration")).isEmpty();
    }

    @Test
    void aRequestKnowsItsOwnTimeOnlyWhereThatIsAllowed() {
        Split split = split(new RankedItems.All(), "a r 5 30", "a s 5 20", "b t 5 -");
        List<Person> asked = new ArrayList<>();
        List<Person> valued = new ArrayList<>();
        List<Integer> items = new ArrayList<>();
        Scorer listening =
                new Scorer() {
                    @Override
                    public String name() {
                        return "listening";
                    }

                    @Override
                    public Optional<ValuePredictor> valuePredictor() {
                        return Optional.of(
                                (people, wanted, into) -> {
                                    valued.addAll(people);
                                    for (int[] some : wanted) {
                                        IntStream.of(some).forEach(items::add);
                                    }
                                });
                    }

                    @Override
                    public void scores(List<Person> people, float[][] into) {
                        asked.addAll(people);
                    }
                };
        EvaluationResult blind = judge(split, listening);
        assertThat(asked).allMatch(person -> person.now().isEmpty());
        assertThat(valued).extracting(Person::now).containsOnly(OptionalLong.empty()).hasSize(2);
        assertThat(blind.notices()).isEmpty();
        asked.clear();
        valued.clear();
        items.clear();
        EvaluationResult aware =
                Evaluation.judge(
                        split,
                        listening,
                        List.of(),
                        new EvaluationOptions(List.of(2), 0, 1, true),
                        EvaluationProgress.silent());
        assertThat(asked)
                .extracting(Person::now)
                .containsExactly(OptionalLong.of(20), OptionalLong.empty());
        assertThat(valued)
                .extracting(Person::now)
                .containsExactly(OptionalLong.of(20), OptionalLong.of(30), OptionalLong.empty());
        assertThat(items).containsExactly(3, 2, 4);
        assertThat(aware.notices())
                .containsExactly(
                        "each request knows its own time: for a list that of the user's first"
                                + " held-out interaction, for a value that of the interaction"
                                + " itself");
    }

    @Test
    void aSmallTestIsWarnedOf() {
        EvaluationResult result =
                judge(split(new RankedItems.All(), "a t 5 2"), new Fixed(new float[5], 3));
        assertThat(result.warnings())
                .contains(
                        "the test is small: 1 users and 1 held-out interactions, expected at least"
                                + " 100 and 1000; mind the intervals");
    }

    @Test
    void aModelOfRatingsIsWarnedOfOnColdUsers() {
        Dataset dataset = SmallData.of("a x 3 1", "b x 4 1", "c y 4 1", "d y 5 1", "e x 1 1");
        Split split = SplitPlan.parse("cold-users").split(dataset, 1);
        EvaluationResult result = judge(split, new Fixed(new float[5], 3));
        assertThat(result.warnings())
                .contains(
                        "a model of ratings learns how much people like an item, not whether they"
                                + " pick it: on people never seen it may lose to popularity in"
                                + " ranking");
    }

    @Test
    void coldPeopleAreAskedForInEveryCombinationOfTheirAttributes() {
        SmallData data = new SmallData().attributes("gender", "age");
        data.user("a", "F", "young").user("b", "M", "old").user("c", "M", "middle");
        data.interactions("a p 5 1", "a q 4 2", "b q 4 1", "b r 4 2", "c r 3 1", "c p 2 2");
        Dataset dataset = data.build();
        Scorer byGender =
                new Scorer() {
                    @Override
                    public String name() {
                        return "byGender";
                    }

                    @Override
                    public void scores(List<Person> people, float[][] into) {
                        for (int row = 0; row < into.length; row++) {
                            boolean woman =
                                    people.get(row).attribute("gender").equals(Optional.of("F"));
                            into[row][woman ? 0 : 1] = 1;
                        }
                    }
                };
        EvaluationResult result =
                Evaluation.judge(
                        SplitPlan.parse("last").split(dataset, 1),
                        byGender,
                        Baselines.of(dataset),
                        new EvaluationOptions(List.of(1), 0, 1),
                        EvaluationProgress.silent());
        // Six people, two lists of one item: of 15 pairs, 3 + 3 share it.
        assertThat(metric(result, "coldOverlap")).isCloseTo(6 / 15.0, within(1e-12));
        assertThat(metric(result, "coldDistinctLists")).isEqualTo(2);
        assertThat(result.baselines().getFirst().metric("coldOverlap").orElseThrow().value())
                .isEqualTo(1);
    }

    @Test
    void theSameSplitGivesTheSameResult() {
        Split split = split(new RankedItems.All(), "a r 4 2", "b t 2 2", "z p 1 3");
        Scorer scorer = new Fixed(new float[] {3, 1, 4, 1, 5}, 3);
        assertThat(judge(split, scorer, scorer)).isEqualTo(judge(split, scorer, scorer));
    }

    @Test
    void listLengthsMustBeAtLeastOne() {
        assertThatThrownBy(() -> new EvaluationOptions(List.of(10, 0), 10, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "list lengths to judge are [10, 0], expected numbers of at least 1 such as"
                                + " 5,10");
    }
}
