package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.tandemrec.vectors.Matrix;

/** What PyTorch computed for a layer; {@code benchmarks/peers/reference-values.sh} writes it. */
final class Reference {
    private static final double TOLERANCE = 2e-5;

    private final JsonNode values;

    private Reference(JsonNode values) {
        this.values = values;
    }

    static Reference of(String layer) {
        try (InputStream file = Reference.class.getResourceAsStream(layer + ".json")) {
            return new Reference(new ObjectMapper().readTree(Objects.requireNonNull(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    double number(String name) {
        return values.get(name).doubleValue();
    }

    Matrix matrix(String name) {
        return matrix(values.get(name));
    }

    Matrix matrix(String name, int index) {
        return matrix(values.get(name).get(index));
    }

    private static Matrix matrix(JsonNode rows) {
        float[][] floats = new float[rows.size()][];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = floats(rows.get(row));
        }
        return Matrix.of(floats);
    }

    float[] floats(String name) {
        return floats(values.get(name));
    }

    private static float[] floats(JsonNode row) {
        float[] floats = new float[row.size()];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = row.get(at).floatValue();
        }
        return floats;
    }

    int[] integers(String name) {
        return integers(values.get(name));
    }

    private static int[] integers(JsonNode row) {
        int[] integers = new int[row.size()];
        for (int at = 0; at < integers.length; at++) {
            integers[at] = row.get(at).intValue();
        }
        return integers;
    }

    int[][] rowsOfIntegers(String name) {
        JsonNode rows = values.get(name);
        int[][] result = new int[rows.size()][];
        for (int row = 0; row < result.length; row++) {
            result[row] = integers(rows.get(row));
        }
        return result;
    }

    void assertEquals(String name, Matrix actual) {
        assertClose(matrix(name), actual);
    }

    static void assertClose(Matrix expected, Matrix actual) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(actual.row(row))
                    .containsExactly(expected.row(row), within((float) TOLERANCE));
        }
    }
}
