package org.tandemrec.layers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tandemrec.vectors.Matrix;

/** Runs a layer's ONNX form in ONNX Runtime. */
final class OnnxRun {
    private OnnxRun() {}

    /** The form's input is the codes 0, 1, 2 ...: one for each row expected. */
    static void assertGives(Matrix expected, BiFunction<OnnxGraph, OnnxValue, OnnxValue> form) {
        long[] codes = new long[expected.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = row;
        }
        assertGives(expected, codes, graph -> form.apply(graph, graph.inputOfCodes("codes")));
    }

    /** The form's input is rows of codes. */
    static void assertGives(
            Matrix expected, int[][] rows, BiFunction<OnnxGraph, OnnxValue, OnnxValue> form) {
        long[][] codes = new long[rows.length][rows[0].length];
        for (int row = 0; row < codes.length; row++) {
            for (int place = 0; place < codes[row].length; place++) {
                codes[row][place] = rows[row][place];
            }
        }
        assertGives(
                expected,
                codes,
                graph -> form.apply(graph, graph.inputOfCodes("codes", codes[0].length)));
    }

    private static void assertGives(
            Matrix expected, Object codes, Function<OnnxGraph, OnnxValue> form) {
        OnnxGraph graph = new OnnxGraph("layer");
        graph.output("out", form.apply(graph), expected.columns());
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(graph.toBytes());
                OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), codes);
                OrtSession.Result result = session.run(Map.of("codes", input))) {
            Reference.assertClose(expected, Matrix.of((float[][]) result.get(0).getValue()));
        } catch (OrtException failure) {
            throw new AssertionError(failure);
        }
    }
}
