package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IndexValuesTest {
    private static final DenseVector ONE = DenseVector.of(1, 0);

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(
                        failure ->
                                assertThat(failure.kind()).isEqualTo(IndexException.Kind.INVALID));
    }

    @Test
    void aVectorDoesNotChangeWithTheArrayItWasMadeOf() {
        float[] values = {1, 2};
        DenseVector vector = DenseVector.of(values);
        values[0] = 9;
        vector.toArray()[1] = 9;
        assertThat(vector).isEqualTo(DenseVector.of(1, 2)).hasSameHashCodeAs(DenseVector.of(1, 2));
        assertThat(vector).isNotEqualTo(DenseVector.of(9, 2));
        assertThat(vector.at(1)).isEqualTo(2);
        assertThat(vector).hasToString("DenseVector of 2 dimensions");
    }

    @Test
    void vectorsOfDifferentDimensionsHaveNoInnerProduct() {
        assertThat(DenseVector.of(1, 2).dot(DenseVector.of(3, 4))).isEqualTo(11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ONE.dot(DenseVector.of(1)))
                .withMessage("vectors of 2 and 1 dimensions have no inner product");
    }

    @Test
    void anItemsVectorIsFinite() {
        assertInvalid(
                () -> new IndexedItem("x", DenseVector.of(1, Float.NaN), Map.of()),
                "item 'x': component 1 of its vector is NaN, expected a finite number");
        assertInvalid(
                () -> new IndexedItem("x", DenseVector.of(Float.NEGATIVE_INFINITY), Map.of()),
                "item 'x': component 0 of its vector is -Infinity, expected a finite number");
    }

    @Test
    void anItemsIdIsTextThatEveryEngineKeeps() {
        assertInvalid(
                () -> new IndexedItem("", ONE, Map.of()),
                "item id is empty, expected at least one character");
        assertInvalid(
                () -> new IndexedItem("x".repeat(1_025), ONE, Map.of()),
                "item id '%s…' has 1025 characters, expected at most 1024"
                        .formatted("x".repeat(40)));
        assertInvalid(
                () -> new IndexedItem("\ud83c", ONE, Map.of()),
                "item id '\ud83c' has half a surrogate pair, expected valid Unicode");
    }

    @Test
    void fieldsAreTextAndFiniteNumbers() {
        assertInvalid(
                () -> FieldValue.Keywords.of(""),
                "keyword is empty, expected at least one character");
        assertInvalid(
                () -> new IndexedItem("x", ONE, Map.of("", FieldValue.Keywords.of("a"))),
                "field name is empty, expected at least one character");
        assertInvalid(
                () -> new FieldValue.Numeric(Double.NaN),
                "a numeric field is NaN, expected a finite number; leave the field out where it is unknown");
    }

    @Test
    void aRequestCanBeAnswered() {
        assertInvalid(() -> SearchRequest.nearest(ONE, 0), "k is 0, expected at least 1");
        assertInvalid(
                () -> SearchRequest.nearest(ONE, 1).within(Duration.ZERO),
                "the deadline is PT0S, expected more than zero");
        assertInvalid(
                () -> SearchRequest.nearest(DenseVector.of(Float.NaN), 1),
                "the query vector has a component that is not a finite number");
    }

    @Test
    void aRangeGoesUpwards() {
        assertInvalid(
                () -> Filter.Between.closed("year", 1999, 1990),
                "year between 1999.0 and 1990.0: expected the first number to be at most the second");
        assertInvalid(
                () -> Filter.Between.atLeast("year", Double.NaN),
                "year between NaN and Infinity: expected the first number to be at most the second");
    }

    @Test
    void filtersAreValues() {
        assertThat(new Filter.IdIn(Set.of("a", "b"))).isEqualTo(new Filter.IdIn(Set.of("b", "a")));
    }

    @Test
    void effortHasLimits() {
        assertInvalid(() -> new SearchEffort(0), "search breadth is 0, expected 1 to 10000");
    }
}
