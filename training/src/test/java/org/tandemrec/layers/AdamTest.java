package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Workers;

class AdamTest {
    @Test
    void agreesWithPyTorchOverSeveralSteps() {
        Reference reference = Reference.of("adam");
        DenseParameter parameter = new DenseParameter(reference.matrix("start"));
        Adam adam = new Adam(reference.number("decay"));
        float[] rates = reference.floats("rates");
        try (Workers workers = Workers.of(1)) {
            for (int step = 0; step < rates.length; step++) {
                parameter.gradient().copyFrom(reference.matrix("gradients", step));
                adam.nextStep(rates[step]);
                parameter.update(adam, workers);
            }
        }
        reference.assertEquals("end", parameter.values());
        assertThat(parameter.gradient().values()).containsOnly(0);
    }
}
