package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.Attribute;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.IndexException;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.SampleBundle;

/** Women like comedies (1 to 6), men dramas (7 to 12); higher numbers are a little better. */
class RecommenderTest {
    private static final Query WOMAN = Query.forPerson(Map.of("gender", "F"));
    private static final Query MAN = Query.forPerson(Map.of("gender", "M"));

    @TempDir Path folder;
    private Recommender recommender;

    @BeforeEach
    void open() {
        SampleBundle.storeIn(folder);
        recommender = Recommender.open(folder);
    }

    @AfterEach
    void close() {
        recommender.close();
    }

    private List<String> ids(Query query) {
        return recommender.recommend(query).items().stream().map(RankedItem::id).toList();
    }

    private void assertRefused(Query query, String line) {
        assertThatThrownBy(() -> recommender.recommend(query))
                .isInstanceOf(BadInputException.class)
                .hasMessage(line.replace("BUNDLE", recommender.bundle().id()));
    }

    @Test
    void aNewPersonIsJudgedByWhatTheySay() {
        assertThat(ids(WOMAN)).containsExactly("6", "5", "4", "3", "2");
        assertThat(ids(MAN)).containsExactly("12", "11", "10", "9", "8");
    }

    @Test
    void aDiverseListHasTheBestItemFirstAndThenOtherKindsToo() {
        assertThat(ids(WOMAN)).allMatch(RecommenderTest::isComedy);
        List<String> diverse = ids(WOMAN.diverse(0.6));
        assertThat(diverse).hasSize(5).doesNotHaveDuplicates().startsWith("6");
        assertThat(diverse).anyMatch(id -> !isComedy(id));
        assertThat(ids(WOMAN.diverse(1).top(20))).hasSize(12);
        assertThat(ids(WOMAN.diverse(1).exclude(Set.of("6")))).hasSize(5).doesNotContain("6");
    }

    private static boolean isComedy(String id) {
        return Integer.parseInt(id) <= 6;
    }

    @Test
    void withoutDiversityNothingChanges() {
        assertThat(ids(WOMAN.diverse(0))).isEqualTo(ids(WOMAN));
        assertThat(ids(WOMAN.diverse(1e-9))).isEqualTo(ids(WOMAN));
    }

    @Test
    void diversityLiesBetweenNoneAndAll() {
        assertThatThrownBy(() -> WOMAN.diverse(1.5))
                .isInstanceOf(BadInputException.class)
                .hasMessage("diversity is 1.5, expected a number from 0 to 1");
        assertThatThrownBy(() -> WOMAN.diverse(Double.NaN))
                .hasMessage("diversity is NaN, expected a number from 0 to 1");
    }

    @Test
    void everyAttributeCounts() {
        assertThat(ids(Query.forPerson(Map.of("gender", "female", "age", "12"))))
                .containsExactly("5", "4", "2", "1", "11");
    }

    @Test
    void somebodyOfWhomNothingIsKnownGetsAListToo() {
        assertThat(ids(Query.forAnyone())).hasSize(5);
    }

    @Test
    void theAnswerSaysHowEachAttributeWasRead() {
        Recommendations answer =
                recommender.recommend(Query.forPerson(Map.of("age", "30", "job", "educator")));

        assertThat(answer.attributes())
                .containsExactlyInAnyOrder(
                        new Attribute("age", "30", "25", "25-34"),
                        new Attribute("occupation", "educator", "1", "academic/educator"));
        assertThat(answer.bundle()).isEqualTo(recommender.bundle().id());
        assertThat(answer.index()).isEqualTo("exact");
        assertThat(answer.reasons())
                .containsExactly("not known: gender", "attributes alone, no history");
    }

    @Test
    void aKnownUserDoesNotGetWhatTheyHaveMet() {
        assertThat(ids(Query.forUser("ann"))).containsExactly("6", "5", "4", "3", "12");
        assertThat(ids(Query.forUser("ann").top(12))).hasSize(9).doesNotContain("1", "2", "7");
        assertThat(recommender.recommend(Query.forUser("ann")).reasons())
                .containsExactly("user ann, 3 items met and hidden");
    }

    @Test
    void aKnownUsersOwnRowCounts() {
        RankedItem first = recommender.recommend(Query.forUser("ben")).items().getFirst();

        assertThat(first.id()).isEqualTo("12");
        assertThat(first.score()).isEqualTo(4);
    }

    @Test
    void whatAPersonSaysComesBeforeWhatIsKnownOfThem() {
        assertThat(ids(Query.forPerson(Map.of("gender", "M")).user("ann")))
                .containsExactly("12", "11", "10", "9", "8");
    }

    @Test
    void likedItemsPullTheListTowardsTheirKindAndAreNotInIt() {
        assertThat(ids(WOMAN.liked(List.of("12")))).containsExactly("6", "3", "5", "9", "4");
        assertThat(ids(WOMAN.liked(List.of("12", "9", "10", "8", "11"))).getFirst()).isEqualTo("7");
        assertThat(recommender.recommend(Query.forAnyone().liked(List.of("12"))).reasons())
                .contains("liked 1 item");
    }

    @Test
    void whatAPersonMetIsHiddenAndThatNoMoreIsMadeOfItIsSaid() {
        Query met = WOMAN.met(List.of("6", "3", "6"));
        assertThat(ids(met)).hasSize(5).doesNotContain("6", "3");
        assertThat(recommender.recommend(met).reasons())
                .contains("met 3 items, which preset by-hand only hides");
    }

    @Test
    void aMomentThatIsNotReadIsSaidToBe() {
        assertThat(recommender.recommend(Query.forUser("ann").at(86_400)).reasons())
                .contains("at 1970-01-02T00:00:00Z, which preset by-hand does not read");
    }

    @Test
    void aKnownUserWithAttributesAndLikedItemsIsAllThree() {
        Recommendations answer =
                recommender.recommend(
                        Query.forPerson(Map.of("age", "12")).user("ann").liked(List.of("8")));

        assertThat(answer.items())
                .extracting(RankedItem::id)
                .hasSize(5)
                .doesNotContain("1", "2", "7", "8");
        assertThat(answer.reasons())
                .containsExactly("user ann, 3 items met and hidden", "liked 1 item");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "genre  | Romance        | 6 3 12 9",
                "genres | romance        | 6 3 12 9",
                "genre  | Romance, Drama | 6 3 12 11 10 9 8 7",
                "year   | 1990..1992     | 3 2 1",
                "year   | 1999..         | 11 10",
                "year   | ..1990         | 1",
                "year   | 1994           | 5"
            })
    void onlyItemsThatPassTheFilterComeAndAllOfThoseThatDo(
            String field, String value, String expected) {
        assertThat(String.join(" ", ids(WOMAN.where(Map.of(field, value)).top(8))))
                .isEqualTo(expected);
    }

    @Test
    void severalFiltersHaveToHoldTogether() {
        Map<String, String> where = Map.of("genre", "Romance", "year", "1990..1995");

        assertThat(ids(WOMAN.where(where))).containsExactly("6", "3");
    }

    @Test
    void excludedItemsDoNotCome() {
        assertThat(ids(WOMAN.exclude(Set.of("6", "4")))).containsExactly("5", "3", "2", "1", "12");
    }

    @Test
    void amongRanksTheseAlone() {
        assertThat(ids(WOMAN.among(Set.of("9", "1", "7", "3"))))
                .containsExactly("3", "1", "9", "7");
        assertThat(ids(Query.forUser("ann").among(Set.of("9", "1", "7")))).containsExactly("9");
    }

    @Test
    void allOfTheCatalogueComesWhereMoreIsAskedFor() {
        assertThat(ids(WOMAN.top(Integer.MAX_VALUE))).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void aFilterThatNothingPassesGivesAnEmptyList() {
        assertThat(ids(WOMAN.where(Map.of("year", "1800..1850")))).isEmpty();
    }

    @Test
    void ranksCountFromOneAndScoresFall() {
        List<RankedItem> items = recommender.recommend(MAN.top(12)).items();

        for (int position = 0; position < items.size(); position++) {
            assertThat(items.get(position).rank()).isEqualTo(position + 1);
            if (position > 0) {
                assertThat(items.get(position).score())
                        .isLessThanOrEqualTo(items.get(position - 1).score());
            }
        }
    }

    @Test
    void aRatingIsTheScoreOnTheScaleAndNeverOutsideIt() {
        List<RankedItem> items = recommender.recommend(Query.forUser("ben").top(12)).items();

        assertThat(items.getFirst().rating()).hasValue(5);
        assertThat(items)
                .allSatisfy(item -> assertThat(item.rating().orElseThrow()).isBetween(1.0, 5.0));
        RankedItem woman = recommender.recommend(WOMAN).items().getFirst();
        assertThat(woman.rating().orElseThrow()).isEqualTo(3 + woman.score());
    }

    @Test
    void similarItemsAreOfItsKindAndHaveNoRating() {
        Recommendations answer = recommender.similar("1", Query.forAnyone());

        assertThat(answer.items())
                .extracting(RankedItem::id)
                .containsExactly("6", "5", "4", "3", "2");
        assertThat(answer.items()).allSatisfy(item -> assertThat(item.rating()).isEmpty());
        assertThat(answer.reasons()).containsExactly("like Merry Harbour (1990)");
    }

    @Test
    void similarItemsCanBeFilteredToo() {
        Query query = Query.forAnyone().where(Map.of("genre", "Romance")).exclude(Set.of("6"));

        assertThat(recommender.similar("1", query).items())
                .extracting(RankedItem::id)
                .containsExactly("3", "12", "9");
    }

    @Test
    void anUnknownUserIsRefused() {
        assertRefused(
                Query.forUser("eve"),
                "user 'eve' is not in bundle BUNDLE; describe the person by attributes or liked items instead");
    }

    @Test
    void anUnknownItemIsRefusedWhereverItStands() {
        String line = "item '99' is not in bundle BUNDLE; 'tandem search WORDS' finds ids by title";

        assertRefused(WOMAN.liked(List.of("99")), line);
        assertRefused(WOMAN.met(List.of("99")), line);
        assertRefused(WOMAN.exclude(Set.of("99")), line);
        assertRefused(WOMAN.among(Set.of("1", "99")), line);
        assertThatThrownBy(() -> recommender.similar("99", Query.forAnyone()))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void anUnknownFieldIsRefusedWithTheFieldsThereAre() {
        assertRefused(
                Query.forPerson(Map.of("gendre", "F")),
                "person field 'gendre' is not in the recipe, expected one of gender, age, job; did you mean 'gender'?");
        assertRefused(
                WOMAN.where(Map.of("yaer", "1990")),
                "item field 'yaer' is not in the recipe, expected one of genre, year; did you mean 'year'?");
    }

    @Test
    void aFieldThatNoTowerReadsSaysNothingOfAPerson() {
        for (String field : List.of("zip", "joined")) {
            assertThatThrownBy(() -> recommender.recommend(Query.forPerson(Map.of(field, "1"))))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("expected one of gender, age, job");
        }
    }

    @Test
    void anAttributeThatCannotBeIsRefusedWithTheNearest() {
        assertRefused(
                Query.forPerson(Map.of("job", "programer")),
                "occupation is 'programer', expected one of academic/educator, K-12 student, programmer; did you mean 'programmer'?");
    }

    @Test
    void aFilterThatCannotBeIsRefusedWithTheNearest() {
        assertRefused(
                WOMAN.where(Map.of("genre", "Comdy")),
                "genres is 'Comdy', expected one of Comedy, Drama, Romance; did you mean 'Comedy'?");
        assertRefused(
                WOMAN.where(Map.of("year", "nineties")),
                "year: range is 'nineties', expected FROM..TO such as 1990..1999");
    }

    @Test
    void anIndexOfAnotherBundleIsRefused() {
        ModelBundle bundle = recommender.bundle();
        try (Embedder embedder = new Embedder(bundle);
                ExactIndex other = ExactIndex.inMemory("7f3a", SampleBundle.DIMENSION)) {
            assertThatThrownBy(() -> new Recommender(bundle, embedder, other))
                    .isInstanceOf(IndexException.class)
                    .hasMessage(
                            "index was built by bundle 7f3a, the active bundle is %s; run 'tandem index'",
                            bundle.id())
                    .extracting(failure -> ((IndexException) failure).kind())
                    .isEqualTo(IndexException.Kind.WRONG_VERSION);
        }
    }

    @Test
    void theIndexIsBuiltOnceAndKept() throws IOException {
        Path index = folder.resolve("indexes").resolve(recommender.bundle().id());
        assertThat(index).isDirectoryContaining("glob:**exact.index");
        Path itemTower = recommender.bundle().itemTower();
        byte[] tower = Files.readAllBytes(itemTower);
        ModelBundle bundle = recommender.bundle();
        Files.delete(itemTower);

        try (Embedder embedder = new Embedder(bundle);
                Recommender again =
                        new Recommender(
                                bundle,
                                embedder,
                                CatalogueIndex.openOrBuild(
                                        bundle,
                                        embedder,
                                        index,
                                        () -> {
                                            throw new AssertionError("built again");
                                        }))) {
            assertThat(again.recommend(WOMAN).items()).hasSize(5);
        }
        Files.write(itemTower, tower);
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<String> expected = ids(WOMAN.liked(List.of("12")));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int task = 0; task < 40; task++) {
                answers.add(threads.submit(() -> ids(WOMAN.liked(List.of("12")))));
            }
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aStoreWithoutABundleSaysWhatToRun() {
        assertThatThrownBy(() -> Recommender.open(folder.resolve("empty")))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith(
                        "no active bundle; run 'tandem quickstart' or 'tandem train --data PATH' first");
    }
}
