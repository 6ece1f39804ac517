package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LookupTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void sumsOfListsAgreeWithPyTorch() {
        Reference reference = Reference.of("lookup");
        Codes codes = Samples.lists(reference.rowsOfIntegers("codes"));
        Matrix out = Matrix.zeros(4, 5);
        Lookup.forward(codes, reference.matrix("table"), out, workers);
        reference.assertEquals("out", out);
        Matrix tableGradient = Matrix.zeros(6, 5);
        Lookup.backward(codes, reference.matrix("out_gradient"), tableGradient, workers);
        reference.assertEquals("table_gradient", tableGradient);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Codes codes = Samples.singles(0, 2, 2, 1);
        Matrix table = Samples.random(3, 18, 1);
        Matrix weights = Samples.random(4, 18, 2);
        Matrix tableGradient = Matrix.zeros(3, 18);
        Lookup.backward(codes, weights, tableGradient, workers);
        GradientCheck.check(
                table,
                tableGradient,
                () -> {
                    Matrix out = Matrix.zeros(4, 18);
                    Lookup.forward(codes, table, out, workers);
                    return GradientCheck.weighted(out, weights);
                });
    }

    @Test
    void aSingleUnknownCodeHasARowOfItsOwn() {
        Matrix out = Matrix.zeros(1, 1);
        Lookup.forward(Samples.singles(0), Matrix.of(new float[] {7}), out, workers);
        assertThat(out.at(0, 0)).isEqualTo(7);
    }

    @Test
    void itsOnnxFormOfListsGivesTheSame() {
        int[][] lists = {{1, 2, 3}, {4, 0, 0}, {0, 0, 0}};
        Matrix table = Samples.random(5, 6, 3);
        for (int column = 0; column < 6; column++) {
            table.set(0, column, 0);
        }
        Matrix out = Matrix.zeros(3, 6);
        Lookup.forward(Samples.lists(lists), table, out, workers);
        OnnxRun.assertGives(out, lists, (graph, codes) -> Lookup.onnxOfLists(graph, codes, table));
    }
}
