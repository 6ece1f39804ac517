package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueBasisTest {
    private static final float[] STARS = {1, 2, 3, 4, 5};

    /** Each number of the five levels, as the discrete Chebyshev polynomials have them. */
    @Test
    void theNumbersOfFiveStarsAreThePolynomialsOfTheTextbooks() {
        ValueBasis basis = new ValueBasis(STARS, 3);
        float root = (float) Math.sqrt(0.5);
        float other = (float) Math.sqrt(5 / 14.0);
        float[][] expected = {
            {1, 1, 1, 1, 1},
            {-2 * root, -root, 0, root, 2 * root},
            {2 * other, -other, -2 * other, -other, 2 * other},
        };
        for (int number = 0; number < 3; number++) {
            for (int level = 0; level < 5; level++) {
                assertThat(basis.at(level, number))
                        .isCloseTo(expected[number][level], within(1e-5f));
            }
        }
    }

    @Test
    void aScaleOfTwoLevelsHasTwoNumbersAtMost() {
        ValueBasis basis = new ValueBasis(new float[] {0, 1}, 5);
        assertThat(basis.size()).isEqualTo(2);
        assertThat(basis.levels()).isEqualTo(2);
        assertThat(basis.at(0, 1)).isCloseTo(-1, within(1e-6f));
        assertThat(basis.at(1, 1)).isCloseTo(1, within(1e-6f));
    }

    @Test
    void aSingleLevelIsAlwaysOne() {
        ValueBasis basis = new ValueBasis(new float[] {7}, 3);
        assertThat(basis.size()).isOne();
        assertThat(basis.at(0, 0)).isOne();
    }

    @Test
    void aValueBelongsToTheNearestLevelAndToTheLowerOfTwoAsNear() {
        ValueBasis basis = new ValueBasis(STARS, 3);
        assertThat(basis.levelOf(-3)).isZero();
        assertThat(basis.levelOf(2.6f)).isEqualTo(2);
        assertThat(basis.levelOf(2.5f)).isEqualTo(1);
        assertThat(basis.bounds()).containsExactly(1.5f, 2.5f, 3.5f, 4.5f);
    }
}
