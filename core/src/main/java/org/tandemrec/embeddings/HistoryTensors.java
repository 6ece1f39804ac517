package org.tandemrec.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;

/**
 * Histories as a tower's inputs: {@code [rows, longest of them]}, padded in front with zeros, at
 * least one column.
 */
final class HistoryTensors {
    private final OrtEnvironment environment;
    private final HistoryInput input;

    HistoryTensors(OrtEnvironment environment, HistoryInput input) {
        this.environment = environment;
        this.input = input;
    }

    /** How many columns a history takes. */
    int width(EncodedHistories histories, int row) {
        return Math.max(1, input.read(histories.size(row)));
    }

    /** Adds the tensors of some histories to a tower's inputs; the caller closes them. */
    void addTo(Map<String, OnnxTensor> inputs, EncodedHistories histories) throws OrtException {
        int width = 1;
        for (int row = 0; row < histories.rows(); row++) {
            width = Math.max(width, width(histories, row));
        }
        for (HistoryPart part : HistoryPart.values()) {
            if (input.parts().contains(part)) {
                inputs.put(part.tensor(), tensor(part, histories, width));
            }
        }
    }

    private OnnxTensor tensor(HistoryPart part, EncodedHistories histories, int width)
            throws OrtException {
        return switch (part) {
            case VALUES ->
                    OnnxTensor.createTensor(
                            environment,
                            values(histories, width),
                            new long[] {histories.rows(), width});
            case ROWS -> codes(histories, width, (_, event) -> histories.others()[event]);
            case BEFORE -> codes(histories, width, histories::gapBefore);
            case AFTER -> codes(histories, width, histories::gapAfter);
            case AGES -> codes(histories, width, histories::age);
            case MOMENTS -> codes(histories, width, histories::momentAfter);
        };
    }

    private OnnxTensor codes(EncodedHistories histories, int width, CodeOfEvent code)
            throws OrtException {
        LongBuffer codes = LongBuffer.allocate(histories.rows() * width);
        for (int row = 0; row < histories.rows(); row++) {
            int end = histories.start(row) + histories.size(row);
            int read = input.read(histories.size(row));
            codes.position((row + 1) * width - read);
            for (int event = end - read; event < end; event++) {
                codes.put(code.of(row, event));
            }
        }
        return OnnxTensor.createTensor(
                environment, codes.rewind(), new long[] {histories.rows(), width});
    }

    private FloatBuffer values(EncodedHistories histories, int width) {
        FloatBuffer values = FloatBuffer.allocate(histories.rows() * width);
        for (int row = 0; row < histories.rows(); row++) {
            int end = histories.start(row) + histories.size(row);
            int read = input.read(histories.size(row));
            values.position((row + 1) * width - read);
            values.put(histories.values(), end - read, read);
        }
        return values.rewind();
    }

    /** A whole number that says something of an event of a row. */
    private interface CodeOfEvent {
        long of(int row, int event);
    }
}
