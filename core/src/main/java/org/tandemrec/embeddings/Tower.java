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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryInput;

/**
 * One tower in ONNX Runtime. Owns native memory until closed. Safe for any thread: ONNX Runtime's
 * sessions run concurrently; it is closed when no thread is in it any more.
 */
public final class Tower implements AutoCloseable {
    /** The name of the output of which ratings are made, in towers that have one. */
    public static final String RATING = "rating";

    private static final int MOST_ROWS = 4096;
    private static final int MOST_EVENTS = 1 << 14;
    private static final long MOST_PAIRS = 1 << 22;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int dimension;
    private final OptionalInt ratingDimension;
    private final Optional<HistoryTensors> history;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Tower(
            OrtEnvironment environment,
            OrtSession session,
            int dimension,
            OptionalInt ratingDimension,
            Optional<HistoryInput> history) {
        this.environment = environment;
        this.session = session;
        this.dimension = dimension;
        this.ratingDimension = ratingDimension;
        this.history = history.map(input -> new HistoryTensors(environment, input));
    }

    /**
     * Opens a tower that reads no histories.
     *
     * @param onnx a model with int64 inputs named after the fields and one output of shape [N,
     *     dimension]
     * @param dimension the length of a vector
     * @throws BadInputException where ONNX Runtime refuses the file or its vectors have another
     *     length
     */
    public static Tower open(Path onnx, int dimension) {
        return open(onnx, dimension, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Opens a tower.
     *
     * @param onnx a model with int64 inputs named after the fields, those of the history, and an
     *     output of shape [N, dimension]
     * @param dimension the length of a vector
     * @param ratingDimension the length of its second output {@value #RATING}, where it has one
     * @param history what it reads of histories
     * @throws BadInputException where ONNX Runtime refuses the file or its outputs are others
     */
    public static Tower open(
            Path onnx, int dimension, OptionalInt ratingDimension, Optional<HistoryInput> history) {
        OrtEnvironment environment = RuntimeEnvironment.get();
        try (OrtSession.SessionOptions options = options()) {
            OrtSession session = environment.createSession(onnx.toString(), options);
            Tower tower = new Tower(environment, session, dimension, ratingDimension, history);
            tower.requireOutputs(onnx);
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

    private void requireOutputs(Path onnx) throws OrtException {
        List<NodeInfo> outputs = List.copyOf(session.getOutputInfo().values());
        String expected = shapeOf(dimension);
        String found = shape(outputs.getFirst());
        if (ratingDimension.isPresent()) {
            expected += " and " + shapeOf(ratingDimension.getAsInt());
            found += " and " + shape(session.getOutputInfo().get(RATING));
        } else if (outputs.size() > 1) {
            found = "%d outputs".formatted(outputs.size());
        }
        if (!found.equals(expected)) {
            close();
            throw new BadInputException(
                    "%s: gives %s, expected %s: a vector for each row"
                            .formatted(onnx, found, expected));
        }
    }

    private static String shapeOf(int length) {
        return "[N, %d]".formatted(length);
    }

    /** Such as {@code [N, 200]}; the number of rows is free or not, the length may be left open. */
    private String shape(@Nullable NodeInfo output) {
        if (output == null || !(output.getInfo() instanceof TensorInfo tensor)) {
            return "nothing";
        }
        long[] shape = tensor.getShape();
        if (shape.length != 2) {
            return Arrays.toString(shape);
        }
        return shapeOf(shape[1] < 0 ? dimension : (int) shape[1]);
    }

    private static String reason(OrtException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }

    /** The names of the fields it reads, and of what it reads of histories. */
    public Set<String> inputs() {
        return Set.copyOf(session.getInputNames());
    }

    /**
     * The vectors of all rows, {@link #dimension()} floats each, row after row.
     *
     * @throws IllegalStateException where the tower does not take these fields
     */
    public float[] vectors(EncodedTable rows) {
        return vectors(rows, EncodedHistories.none(rows.rows()));
    }

    /**
     * The vectors of all rows, {@link #dimension()} floats each, row after row.
     *
     * @param histories of the same rows; not looked at by a tower that reads none
     * @throws IllegalStateException where the tower does not take these fields
     */
    public float[] vectors(EncodedTable rows, EncodedHistories histories) {
        return run(rows, histories, session.getOutputNames().iterator().next(), dimension);
    }

    /**
     * The second output of all rows, row after row.
     *
     * @param histories of the same rows; not looked at by a tower that reads none
     * @throws IllegalStateException where it has none, or does not take these fields
     */
    public float[] ratings(EncodedTable rows, EncodedHistories histories) {
        int length =
                ratingDimension.orElseThrow(
                        () -> new IllegalStateException("the tower has one output alone"));
        return run(rows, histories, RATING, length);
    }

    /** The length of a vector. */
    public int dimension() {
        return dimension;
    }

    private float[] run(EncodedTable rows, EncodedHistories histories, String output, int length) {
        float[] vectors = new float[rows.rows() * length];
        int[] order = shortestFirst(histories);
        for (int from = 0; from < order.length; ) {
            int to = endOfBatch(histories, order, from);
            int[] batch = Arrays.copyOfRange(order, from, to);
            FloatBuffer found = run(rows.select(batch), histories.select(batch), output);
            for (int row : batch) {
                found.get(vectors, row * length, length);
            }
            from = to;
        }
        return vectors;
    }

    /** Rows of like length side by side, so that batches need little padding. */
    private int[] shortestFirst(EncodedHistories histories) {
        return IntStream.range(0, histories.rows())
                .boxed()
                .sorted(Comparator.comparingInt(row -> width(histories, row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int width(EncodedHistories histories, int row) {
        return history.map(tensors -> tensors.width(histories, row)).orElse(1);
    }

    private int endOfBatch(EncodedHistories histories, int[] order, int from) {
        int to = from + 1;
        while (to < order.length
                && to - from < MOST_ROWS
                && fits(to + 1L - from, width(histories, order[to]))) {
            to++;
        }
        return to;
    }

    /** Towers may compare every event with every other. */
    private static boolean fits(long rows, long width) {
        return rows * width <= MOST_EVENTS && rows * width * width <= MOST_PAIRS;
    }

    private FloatBuffer run(EncodedTable rows, EncodedHistories histories, String output) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (EncodedField field : rows.fields()) {
                inputs.put(field.name(), tensor(field));
            }
            if (history.isPresent()) {
                history.get().addTo(inputs, histories);
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                return ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
        } catch (OrtException refused) {
            throw new IllegalStateException("the tower cannot be run: " + reason(refused), refused);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(EncodedField field) throws OrtException {
        LongBuffer codes = LongBuffer.allocate(field.codes().length);
        for (int code : field.codes()) {
            codes.put(code);
        }
        return OnnxTensor.createTensor(environment, codes.flip(), shape(field));
    }

    private static long[] shape(EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> new long[] {field.rows()};
            case CATEGORIES, TEXT -> new long[] {field.rows(), field.width()};
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
