package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do when it is asked under a filter. */
abstract class FilterContract extends SearchContract {
    private static final List<String> AWKWARD =
            List.of(
                    "it's",
                    "say \"hello\"",
                    "back\\slash",
                    "\\\"",
                    "\"] or id != \"",
                    "' or '1'='1",
                    "two  spaces ",
                    " ",
                    "tab\tand\nline",
                    "(a AND b) OR *:*",
                    "100%",
                    "{x}",
                    "日本語",
                    "🎬",
                    "🎬 family 👨‍👩‍👧",
                    "é",
                    "e\u0301");

    static List<Filter> filters() {
        Filter red = new Filter.HasAnyOf("colours", Set.of("red"));
        Filter violet = new Filter.HasAnyOf("colours", Set.of("deep violet", "unheard of"));
        Filter round = new Filter.HasAnyOf("shape", Set.of("round"));
        Filter seventies = Filter.Between.closed("year", 1970, 1979);
        Filter odd = new Filter.IdNotIn(Set.of("item-1", "item-2", "item-299", "unknown"));
        return List.of(
                new Filter.Everything(),
                red,
                violet,
                new Filter.HasAnyOf("colours", Set.of("red", "green", "blue")),
                new Filter.HasAnyOf("colours", Set.of()),
                new Filter.HasAnyOf("no such field", Set.of("red")),
                new Filter.HasAnyOf("year", Set.of("1970")),
                seventies,
                Filter.Between.closed("year", 1984, 1984),
                Filter.Between.atLeast("year", 1990),
                Filter.Between.atMost("year", 1955.5),
                new Filter.Between(
                        "year",
                        Filter.Between.atMost("", 0).from(),
                        Filter.Between.atLeast("", 0).to()),
                Filter.Between.closed("no such field", 0, 1),
                Filter.Between.closed("shape", -1e300, 1e300),
                new Filter.IdIn(Set.of("item-4", "item-77", "unknown")),
                new Filter.IdIn(Set.of()),
                odd,
                new Filter.IdNotIn(Set.of()),
                Filter.All.of(),
                Filter.All.of(red),
                Filter.All.of(violet, round, seventies),
                Filter.All.of(Filter.All.of(round, odd), Filter.All.of(Filter.All.of(seventies))),
                Filter.All.of(round, new Filter.IdIn(Set.of("item-4", "item-5", "item-6"))),
                Filter.All.of(
                        new Filter.IdIn(Set.of("item-4")), new Filter.IdNotIn(Set.of("item-4"))));
    }

    @Test
    void filtersInsideTheSearch() {
        List<IndexedItem> items = sample.items(300);
        try (VectorIndex index = filled(items)) {
            for (Filter filter : filters()) {
                SearchRequest request = SearchRequest.nearest(sample.vector(), 7).where(filter);
                assertThat(index.search(request))
                        .as("%s", filter)
                        .isEqualTo(BruteForce.search(items, request));
            }
        }
    }

    @Test
    void findsKUnderAFilterOfAnyWidthInALargeSet() {
        List<IndexedItem> items = sample.items(6_000);
        try (VectorIndex index = filled(items)) {
            for (int years : List.of(1, 2, 5, 20, 45)) {
                Filter filter = Filter.Between.closed("year", 1950, 1950 + years);
                SearchRequest request = SearchRequest.nearest(sample.vector(), 20).where(filter);
                List<Hit> hits = index.search(request);
                assertThat(hits).hasSize(20);
                List<Hit> expected = BruteForce.search(items, request);
                assertThat(hits).filteredOn(expected::contains).hasSizeGreaterThan(17);
            }
        }
    }

    @Test
    void hidesTwentyThousandIds() {
        List<IndexedItem> items = sample.items(300);
        Set<String> seen =
                IntStream.range(3, 20_003).mapToObj(n -> "item-" + n).collect(Collectors.toSet());
        try (VectorIndex index = filled(items)) {
            SearchRequest request =
                    SearchRequest.nearest(sample.vector(), 10).where(new Filter.IdNotIn(seen));
            assertThat(index.search(request)).hasSize(3);
            assertAnswersExactly(index, items, request);
        }
    }

    @Test
    void ranksOnlyTheIdsAskedFor() {
        List<IndexedItem> items = sample.items(2_000);
        Set<String> among = ids(items.subList(500, 600));
        try (VectorIndex index = filled(items)) {
            SearchRequest request =
                    SearchRequest.nearest(sample.vector(), 100).where(new Filter.IdIn(among));
            assertAnswersExactly(index, items, request);
        }
    }

    @Test
    void keepsAwkwardIdsApart() {
        List<IndexedItem> items = AWKWARD.stream().map(sample::item).toList();
        try (VectorIndex index = filled(items)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 100));
            for (IndexedItem item : items) {
                SearchRequest all = SearchRequest.nearest(sample.vector(), 100);
                assertThat(index.vectorOf(item.id())).contains(item.vector());
                assertAnswersExactly(index, items, all.where(new Filter.IdIn(Set.of(item.id()))));
                assertAnswersExactly(
                        index, items, all.where(new Filter.IdNotIn(Set.of(item.id()))));
            }
            index.remove(AWKWARD);
            index.commit();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void keepsAwkwardKeywordsAndFieldNamesApart() {
        List<IndexedItem> items = AWKWARD.stream().map(this::itemWithKeyword).toList();
        try (VectorIndex index = filled(items)) {
            for (String text : AWKWARD) {
                Filter filter = new Filter.HasAnyOf("kind \"of\"", Set.of(text));
                SearchRequest request = SearchRequest.nearest(sample.vector(), 9).where(filter);
                assertThat(index.search(request)).hasSize(1);
                assertAnswersExactly(index, items, request);
            }
        }
    }

    private IndexedItem itemWithKeyword(String keyword) {
        return new IndexedItem(
                "has " + keyword,
                sample.vector(),
                Map.of("kind \"of\"", FieldValue.Keywords.of(keyword)));
    }

    @Test
    void tellsNumbersApartThatAreClose() {
        double value = 0.1 + 0.2;
        IndexedItem item =
                new IndexedItem("x", sample.vector(), Map.of("n", new FieldValue.Numeric(value)));
        SearchRequest any = SearchRequest.nearest(sample.vector(), 1);
        try (VectorIndex index = filled(List.of(item))) {
            assertThat(index.search(any.where(Filter.Between.closed("n", value, value))))
                    .hasSize(1);
            assertThat(index.search(any.where(Filter.Between.atMost("n", 0.3)))).isEmpty();
        }
    }
}
