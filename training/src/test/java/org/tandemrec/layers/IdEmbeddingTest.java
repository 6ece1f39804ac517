package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.AdamRow;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class IdEmbeddingTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("id-embedding");
        IdEmbedding embedding = embedding(reference);
        DenseParameter shared = (DenseParameter) embedding.parameters().get(1);
        shared.values().copyFrom(reference.matrix("shared"));
        Codes codes = Samples.singles(reference.integers("codes"));
        Matrix out = Matrix.zeros(5, 3);
        embedding.forward(codes, out, workers);
        reference.assertEquals("out", out);
        embedding.backward(codes, reference.matrix("out_gradient"), workers);
        reference.assertEquals("shared_gradient", shared.gradient());
        reference.assertEquals("ids_gradient", gradientOf(embedding.parameters().get(0)));
    }

    /** The first moments after a first step are a tenth of the gradient. */
    private Matrix gradientOf(Parameter ids) {
        Adam adam = new Adam(0);
        adam.nextStep(1e-3);
        ids.update(adam, workers);
        AdamRow first = ids.row(0);
        Matrix gradient = first.firstMoments().copy();
        for (int at = 0; at < gradient.values().length; at++) {
            gradient.values()[at] *= 10;
        }
        return gradient;
    }

    @Test
    void allRowsAtOnceAreTheRowsOneByOne() {
        IdEmbedding embedding = embedding(Reference.of("id-embedding"));
        embedding.parameters().get(1).values().copyFrom(Samples.random(12, 3, 1));
        Matrix all = Matrix.zeros(5, 3);
        embedding.forwardAll(all, workers);
        Matrix each = Matrix.zeros(5, 3);
        embedding.forward(Samples.singles(0, 1, 2, 3, 4), each, workers);
        assertThat(all.values()).isEqualTo(each.values());
    }

    @Test
    void anIdThatWasNeverSeenIsLeftToWhatRareIdsShare() {
        Matrix ids = Samples.random(3, 2, 1);
        IdEmbedding embedding = new IdEmbedding(ids, Familiarity.of(new int[] {0, 0, 50}, 0), 3);
        Matrix out = Matrix.zeros(2, 2);
        embedding.forward(Samples.singles(1, 2), out, workers);
        assertThat(out.row(0)).containsExactly(0, 0);
        assertThat(out.row(1)).containsExactly(ids.row(2));
    }

    @Test
    void aStepLeavesTheIdsThatWereNotReadAlone() {
        IdEmbedding embedding = embedding(Reference.of("id-embedding"));
        Parameter ids = embedding.parameters().get(0);
        Matrix before = ids.values().copy();
        Codes codes = Samples.singles(3, 0);
        embedding.forward(codes, Matrix.zeros(2, 3), workers);
        embedding.backward(codes, Samples.random(2, 3, 1), workers);
        Adam adam = new Adam(3);
        adam.nextStep(1e-3);
        ids.update(adam, workers);
        assertThat(ids.values().row(1)).isEqualTo(before.row(1));
        assertThat(ids.values().row(0)).isNotEqualTo(before.row(0));
        assertThat(ids.values().row(3)).isNotEqualTo(before.row(3));
    }

    private static IdEmbedding embedding(Reference reference) {
        return new IdEmbedding(
                reference.matrix("ids"),
                Familiarity.of(reference.integers("counts"), reference.number("half")),
                5);
    }
}
