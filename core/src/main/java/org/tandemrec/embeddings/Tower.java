package org.tandemrec.embeddings;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;

/**
 * One tower in ONNX Runtime. Owns native memory until closed. Safe for any thread: ONNX Runtime's
 * sessions run concurrently; it is closed when no thread is in it any more.
 */
public final class Tower implements AutoCloseable {
    private static final int BATCH = 4096;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int dimension;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Tower(OrtEnvironment environment, OrtSession session, int dimension) {
        this.environment = environment;
        this.session = session;
        this.dimension = dimension;
    }

    /**
     * Opens a tower.
     *
     * @param onnx a model with int64 inputs named after the fields and one output of shape [N,
     *     dimension]
     * @param dimension the length of a vector
     * @throws BadInputException where ONNX Runtime refuses the file or its vectors have another
     *     length
     */
    public static Tower open(Path onnx, int dimension) {
        OrtEnvironment environment = RuntimeEnvironment.get();
        try (OrtSession.SessionOptions options = options()) {
            OrtSession session = environment.createSession(onnx.toString(), options);
            Tower tower = new Tower(environment, session, dimension);
            tower.requireDimension(onnx);
            return tower;
        } catch (OrtException refused) {
            throw refused(onnx, refused);
        }
    }

    /** The refusal of a file by ONNX Runtime. */
    static BadInputException refused(Path onnx, OrtException refused) {
        return new BadInputException(
                "%s: ONNX Runtime cannot open it (%s)".formatted(onnx, reason(refused)), refused);
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.BASIC_OPT);
        return options;
    }

    private void requireDimension(Path onnx) throws OrtException {
        String found = outputShape();
        if (!found.matches("\\[-?\\d+, (-1|%d)]".formatted(dimension))) {
            close();
            throw new BadInputException(
                    "%s: gives %s, expected one vector of %d numbers for each row"
                            .formatted(onnx, found, dimension));
        }
    }

    /** Such as {@code [-1, 200]}, where -1 stands for any number. */
    private String outputShape() throws OrtException {
        List<NodeInfo> outputs = List.copyOf(session.getOutputInfo().values());
        if (outputs.size() == 1 && outputs.getFirst().getInfo() instanceof TensorInfo tensor) {
            return Arrays.toString(tensor.getShape());
        }
        return "%d outputs".formatted(outputs.size());
    }

    private static String reason(OrtException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }

    /** The names of the fields it reads. */
    public Set<String> inputs() {
        return Set.copyOf(session.getInputNames());
    }

    /**
     * The vectors of all rows, {@link #dimension()} floats each, row after row.
     *
     * @throws IllegalStateException where the tower does not take these fields
     */
    public float[] vectors(EncodedTable rows) {
        float[] vectors = new float[rows.rows() * dimension];
        for (int from = 0; from < rows.rows(); from += BATCH) {
            int to = Math.min(rows.rows(), from + BATCH);
            run(
                    rows,
                    from,
                    to,
                    FloatBuffer.wrap(vectors, from * dimension, (to - from) * dimension));
        }
        return vectors;
    }

    /** The length of a vector. */
    public int dimension() {
        return dimension;
    }

    private void run(EncodedTable rows, int from, int to, FloatBuffer into) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (EncodedField field : rows.fields()) {
                inputs.put(field.name(), tensor(field, from, to));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                into.put(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        } catch (OrtException refused) {
            throw new IllegalStateException("the tower cannot be run: " + reason(refused), refused);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(EncodedField field, int from, int to) throws OrtException {
        int width = field.width();
        LongBuffer codes = LongBuffer.allocate((to - from) * width);
        for (int position = from * width; position < to * width; position++) {
            codes.put(field.codes()[position]);
        }
        return OnnxTensor.createTensor(environment, codes.flip(), shape(field, to - from));
    }

    private static long[] shape(EncodedField field, int rows) {
        return switch (field.kind()) {
            case ID, CATEGORY -> new long[] {rows};
            case CATEGORIES, TEXT -> new long[] {rows, field.width()};
        };
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            session.close();
        } catch (OrtException leaked) {
            throw new IllegalStateException("the tower cannot be closed", leaked);
        }
    }
}
