package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;

class GradientNormTest {
    private final DenseParameter one = new DenseParameter(Matrix.zeros(2, 3));
    private final DenseParameter other = new DenseParameter(Matrix.zeros(1, 20));

    private void gradients() {
        one.gradient().set(1, 2, 3);
        other.gradient().set(0, 19, -4);
    }

    @Test
    void isTheLengthOfAllGradientsAsOneVector() {
        gradients();
        assertThat(GradientNorm.of(List.of(one, other))).isCloseTo(5, within(1e-9));
    }

    @Test
    void longGradientsAreShortenedTogether() {
        gradients();
        GradientNorm.limit(List.of(one, other), 1);
        assertThat(one.gradient().at(1, 2)).isCloseTo(0.6f, within(1e-6f));
        assertThat(other.gradient().at(0, 19)).isCloseTo(-0.8f, within(1e-6f));
    }

    @Test
    void shortGradientsStay() {
        gradients();
        GradientNorm.limit(List.of(one, other), 6);
        assertThat(one.gradient().at(1, 2)).isEqualTo(3);
    }
}
