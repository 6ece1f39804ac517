package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.Filter;

class FilterPlanTest {
    private static final Columns COLUMNS = new Columns(List.of("year"), Optional.of("country"));

    private static FilterPlan plan(Filter filter) {
        return FilterPlan.of(filter, COLUMNS);
    }

    @Test
    void asksNothingForEverything() {
        FilterPlan plan = plan(new Filter.Everything());
        assertThat(plan.expression()).isEmpty();
        assertThat(plan.impossible()).isFalse();
    }

    @Test
    void asksForKeywordsOfAField() {
        Filter filter = new Filter.HasAnyOf("a=b", Set.of("x", "y\""));
        assertThat(plan(filter).expression())
                .isEqualTo("array_contains_any(keywords, [\"a\\\\=b=x\", \"a\\\\=b=y\\\"\"])");
    }

    @Test
    void asksForThePartitionOfAKey() {
        assertThat(plan(new Filter.HasAnyOf("country", Set.of("fr"))).expression())
                .isEqualTo("part in [\"fr\"]");
    }

    @Test
    void asksForNumbersInTheirColumnOrInJson() {
        assertThat(plan(Filter.Between.closed("year", 1970, 1979)).expression())
                .isEqualTo("number_0 >= 1970.0 and number_0 <= 1979.0");
        assertThat(plan(Filter.Between.atLeast("a b\"]", 1)).expression())
                .isEqualTo("numbers[\"a+b%22%5D\"] >= 1.0");
    }

    @Test
    void anOpenRangeDoesNotFindAbsentNumbers() {
        Filter open = new Filter.Between("year", OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(plan(open).expression()).isEqualTo("number_0 > -1.7976931348623157E308");
    }

    @Test
    void joinsConditionsAndGathersIds() {
        FilterPlan plan =
                plan(
                        Filter.All.of(
                                Filter.Between.atLeast("year", 2000),
                                new Filter.IdIn(Set.of("a", "b", "c")),
                                Filter.All.of(
                                        new Filter.IdIn(Set.of("b", "c", "d")),
                                        new Filter.IdNotIn(Set.of("c", "z")))));
        assertThat(plan.expression("x > 1")).isEqualTo("number_0 >= 2000.0 and x > 1");
        assertThat(plan.among()).contains(Set.of("b"));
        assertThat(plan.hidden()).containsExactlyInAnyOrder("c", "z");
    }

    @Test
    void knowsWhatNothingCanPass() {
        assertThat(plan(new Filter.HasAnyOf("x", Set.of())).impossible()).isTrue();
        assertThat(plan(new Filter.IdIn(Set.of())).impossible()).isTrue();
        assertThat(
                        plan(Filter.All.of(
                                        new Filter.IdIn(Set.of("a")),
                                        new Filter.IdNotIn(Set.of("a"))))
                                .impossible())
                .isTrue();
        assertThat(plan(Filter.Between.atLeast("year", Double.POSITIVE_INFINITY)).impossible())
                .isTrue();
    }

    @Test
    void tellsApartFieldsAndKeywordsWithEqualSigns() {
        assertThat(Columns.token("a=", "b")).isNotEqualTo(Columns.token("a", "=b"));
        assertThat(Columns.token("a\\", "b")).isNotEqualTo(Columns.token("a", "\\b"));
    }
}
