package org.tandemrec.evaluation.scorers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.evaluation.SmallData;
import org.tandemrec.vectors.Workers;

class NamedBaselinesTest {
    private static final Workers WORKERS = Workers.of(2);
    private static final Fitting FITTING = new Fitting(1, WORKERS, FitProgress.silent());

    /** Two tastes: half of the people met a to e in this order, the others p to t; z nobody. */
    private static final Dataset TASTES = tastes();

    private static final ItemCatalogue CATALOGUE = ItemCatalogue.of(TASTES.items());

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Dataset tastes() {
        SmallData data = new SmallData().items("z");
        for (int person = 0; person < 40; person++) {
            String items = person % 2 == 0 ? "abcde" : "pqrst";
            for (int event = 0; event < items.length(); event++) {
                if (person % 7 != event) {
                    data.interactions("u%d %s 4 %d".formatted(person, items.charAt(event), event));
                }
            }
        }
        return data.build();
    }

    private static Scorer learnt(BaselineKind kind) {
        return Baselines.of(TASTES, List.of(kind), FITTING).getFirst();
    }

    private static History history(String... items) {
        int[] positions = new int[items.length];
        float[] values = new float[items.length];
        long[] times = new long[items.length];
        for (int event = 0; event < items.length; event++) {
            positions[event] = position(items[event]);
            values[event] = 4;
            times[event] = event;
        }
        return new History(positions, values, times);
    }

    private static int position(String item) {
        return CATALOGUE.positionOf(item).orElseThrow();
    }

    private static Person stranger(String... items) {
        return new Person(Optional.empty(), Map.of(), history(items));
    }

    private static float[] scores(Scorer scorer, Person person) {
        float[][] into = new float[1][CATALOGUE.size()];
        scorer.scores(List.of(person), into);
        return into[0];
    }

    @ParameterizedTest
    @EnumSource
    void aStrangersHistoryIsEnoughToFindTheirTaste(BaselineKind kind) {
        Scorer scorer = learnt(kind);
        float[] likesA = scores(scorer, stranger("a", "b"));
        float[] likesP = scores(scorer, stranger("p", "q"));
        assertThat(scorer.name()).isEqualTo(kind.title());
        for (String one : List.of("c", "d")) {
            for (String other : List.of("r", "s")) {
                assertThat(likesA[position(one)]).isGreaterThan(likesA[position(other)]);
                assertThat(likesP[position(other)]).isGreaterThan(likesP[position(one)]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAPersonIsChangesNothing(BaselineKind kind) {
        Scorer scorer = learnt(kind);
        Person known = new Person(Optional.of("u1"), Map.of(), history("a", "b"));
        assertThat(scores(scorer, known)).isEqualTo(scores(scorer, stranger("a", "b")));
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWithoutAHistoryAndAnItemNobodyMetGetNumbersToo(BaselineKind kind) {
        Scorer scorer = learnt(kind);
        assertThat(scores(scorer, Person.cold(Map.of()))).containsOnly(0);
        assertThat(scores(scorer, stranger("z"))).doesNotContain(Float.NaN);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameScoresOnAnyNumberOfThreads(BaselineKind kind) {
        try (Workers one = Workers.of(1)) {
            Fitting alone = new Fitting(1, one, FitProgress.silent());
            Scorer again = Baselines.of(TASTES, List.of(kind), alone).getFirst();
            assertThat(scores(again, stranger("a", "c")))
                    .isEqualTo(scores(learnt(kind), stranger("a", "c")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void progressEndsWhenAllIsDone(BaselineKind kind) {
        List<String> heard = new ArrayList<>();
        Fitting fitting =
                new Fitting(
                        1,
                        WORKERS,
                        (stage, done, total) ->
                                heard.add("%s %d/%d".formatted(stage, done, total)));
        Baselines.of(TASTES, List.of(kind), fitting);
        String end = kind == BaselineKind.IALS ? "12/12" : "1/1";
        assertThat(heard.getLast()).isEqualTo("learning " + kind.title() + " " + end);
    }

    @Test
    void theNewestOfAHistoryCountsMostWhereOrderMatters() {
        Person turned = stranger("a", "b", "p");
        assertThat(scores(learnt(BaselineKind.MARKOV), turned)[position("q")])
                .isGreaterThan(scores(learnt(BaselineKind.MARKOV), turned)[position("e")]);
    }

    /** Of x and y: both met by 1; x by 2, y by 1. */
    @Test
    void similarItemsAreThoseWorkedByHand() {
        Dataset few = SmallData.of("u x 4 1", "u y 4 2", "v x 4 1");
        Scorer knn = Baselines.of(few, List.of(BaselineKind.ITEM_KNN), FITTING).getFirst();
        float[][] into = new float[1][2];
        History metX = new History(new int[] {0}, new float[] {4}, new long[] {1});
        knn.scores(List.of(new Person(Optional.empty(), Map.of(), metX)), into);
        assertThat(into[0][1]).isCloseTo((float) (1 / (Math.sqrt(2) + 50)), within(1e-7f));
        assertThat(into[0][0]).isZero();
    }

    @Test
    void onlyTheMostMetItemsTakePartWhereThereAreTooMany() {
        Dataset few = SmallData.of("u x 4 1", "u y 4 2", "v x 4 1", "v w 4 3", "t w 4 1");
        TrainPart part = TrainPart.of(few, 2);
        assertThat(IntStream.range(0, 3).map(part::placeOf)).containsExactly(0, 1, -1);
        assertThat(part.met().cells()).isEqualTo(4);
        assertThat(part.metAll().cells()).isEqualTo(5);
        float[][] into = new float[1][3];
        History all = new History(new int[] {0, 1, 2}, new float[3], new long[3]);
        ItemKnn.of(part, FITTING)
                .scores(List.of(new Person(Optional.empty(), Map.of(), all)), into);
        assertThat(into[0][2]).isZero();
    }

    @Test
    void namesGiveEachBaselineOnceAndAllGivesAll() {
        assertThat(BaselineKind.named(List.of("ease", "itemKnn", "ease")))
                .containsExactly(BaselineKind.ITEM_KNN, BaselineKind.EASE);
        assertThat(BaselineKind.named(List.of("all"))).containsExactly(BaselineKind.values());
        assertThat(BaselineKind.named(List.of())).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> BaselineKind.named(List.of("ease", "slim")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "baseline is 'slim', expected some of itemKnn, ease, easeRecent, ials, markov, all");
    }
}
