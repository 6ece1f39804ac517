package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.DenseVector;

class PersonVectorTest {
    private static float[] random(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int component = 0; component < dimension; component++) {
            vector[component] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double dot(float[] left, float[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(component -> (double) left[component] * right[component])
                .sum();
    }

    private static double cosine(float[] left, float[] right) {
        return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
    }

    @Test
    void withNothingLikedThePersonsVectorStaysAsItIs() {
        float[] person = {0.1f, -2, 3};

        assertThat(PersonVector.blend(person, List.of()).toArray()).containsExactly(person);
    }

    @Test
    void aLikedItemIsWorthHalfOfThePersonsOwnDirection() {
        float[] blended =
                PersonVector.blend(new float[] {2, 0}, List.of(DenseVector.of(new float[] {0, 9})))
                        .toArray();

        assertThat(blended[1] / blended[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(Math.hypot(blended[0], blended[1])).isCloseTo(2, within(1e-6));
    }

    @Test
    void everyLikedItemPullsTowardsItselfAndTheLengthStays() {
        Random random = new Random(17);
        for (int trial = 0; trial < 500; trial++) {
            float[] person = random(random, 8);
            float[] liked = random(random, 8);

            float[] blended = PersonVector.blend(person, List.of(DenseVector.of(liked))).toArray();

            assertThat(cosine(blended, liked)).isGreaterThan(cosine(person, liked));
            assertThat(dot(blended, blended)).isCloseTo(dot(person, person), within(1e-3));
        }
    }

    @Test
    void theMoreItemsOfOneKindTheStrongerThePull() {
        float[] person = {1, 0};
        DenseVector liked = DenseVector.of(new float[] {0, 1});

        double one = PersonVector.blend(person, List.of(liked)).toArray()[1];
        double three = PersonVector.blend(person, List.of(liked, liked, liked)).toArray()[1];

        assertThat(three).isGreaterThan(one);
    }

    @Test
    void nothingButZerosGivesFiniteNumbers() {
        float[] zeros = new float[3];
        DenseVector liked = DenseVector.of(new float[] {1, 0, 0});

        assertFinite(PersonVector.blend(zeros, List.of(liked)));
        assertFinite(PersonVector.blend(zeros, List.of(DenseVector.of(zeros))));
        assertFinite(PersonVector.blend(new float[] {-0.5f, 0, 0}, List.of(liked, liked)));
    }

    private static void assertFinite(DenseVector vector) {
        for (float component : vector.toArray()) {
            assertThat(component).isFinite();
        }
    }
}
