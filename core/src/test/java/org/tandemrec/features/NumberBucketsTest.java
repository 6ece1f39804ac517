package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.NumberColumn;

class NumberBucketsTest {
    @Test
    void manyNumbersBecomeSixteenBucketsOfAboutAsMany() {
        double[] numbers = IntStream.range(0, 1600).mapToDouble(number -> number).toArray();

        Vocabulary vocabulary = NumberBuckets.fit(new NumberColumn(numbers));
        NumberBuckets buckets = NumberBuckets.of(vocabulary);
        int[] sizes = new int[vocabulary.rows()];
        for (double number : numbers) {
            sizes[buckets.rowOf(number)]++;
        }

        assertThat(vocabulary.values()).hasSize(16).startsWith("..100").endsWith("1500..");
        assertThat(sizes[0]).isZero();
        assertThat(IntStream.of(sizes).skip(1)).allMatch(size -> 99 <= size && size <= 101);
    }

    @Test
    void everyNumberFallsIntoABucketHoweverFarOff() {
        NumberBuckets buckets =
                NumberBuckets.of(NumberBuckets.fit(new NumberColumn(new double[] {1, 2, 3})));

        assertThat(buckets.rowOf(-1e300)).isEqualTo(1);
        assertThat(buckets.rowOf(1e300)).isEqualTo(4);
    }

    @Test
    void missingAndInfiniteNumbersMakeNoBucket() {
        double[] numbers = {Double.NaN, 5, Double.POSITIVE_INFINITY, 5};

        assertThat(NumberBuckets.fit(new NumberColumn(numbers)).values())
                .containsExactly("..5", "5..");
    }

    @Test
    void aColumnOfNothingHasOneBucketForEverything() {
        Vocabulary vocabulary = NumberBuckets.fit(new NumberColumn(new double[] {Double.NaN}));

        assertThat(vocabulary.values()).containsExactly("..");
        assertThat(NumberBuckets.of(vocabulary).rowOf(3)).isEqualTo(1);
    }

    @Test
    void bucketsOfHugeAndOfBrokenNumbersSurviveBeingWrittenDown() {
        double[] numbers = {-0.25, 1e18 / 3, 1e300};

        Vocabulary vocabulary = NumberBuckets.fit(new NumberColumn(numbers));
        NumberBuckets buckets = NumberBuckets.of(vocabulary);

        assertThat(vocabulary.rows()).isEqualTo(5);
        assertThat(buckets.rowOf(-0.25)).isEqualTo(1);
        assertThat(buckets.rowOf(1e18 / 3)).isEqualTo(2);
        assertThat(buckets.rowOf(1e300)).isEqualTo(3);
        assertThat(buckets.rowOf(1.1e300)).isEqualTo(4);
    }
}
