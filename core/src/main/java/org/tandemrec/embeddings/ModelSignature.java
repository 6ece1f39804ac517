package org.tandemrec.embeddings;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandemrec.data.BadInputException;

/**
 * What an ONNX model takes and gives, as ONNX Runtime understands it.
 *
 * @param inputs by name, in the model's order
 * @param outputs by name, in the model's order
 */
public record ModelSignature(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
    public ModelSignature {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * A tensor's type.
     *
     * @param element such as {@code int64} or {@code float}; {@code no tensor} for anything else
     * @param shape its dimensions, {@link #FREE} for one that may have any length
     */
    public record Tensor(String element, List<Long> shape) {
        /** A dimension of any length. */
        public static final long FREE = -1;

        public Tensor {
            shape = List.copyOf(shape);
        }

        /** Such as {@code int64 [N, 6]}. */
        @Override
        public String toString() {
            List<String> dimensions =
                    shape.stream().map(length -> length == FREE ? "N" : length.toString()).toList();
            return element + " [" + String.join(", ", dimensions) + "]";
        }
    }

    /**
     * The signature of a model.
     *
     * @throws BadInputException where ONNX Runtime refuses the file
     */
    public static ModelSignature of(Path onnx) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            try (OrtSession session =
                    RuntimeEnvironment.get().createSession(onnx.toString(), options)) {
                return new ModelSignature(
                        tensors(session.getInputInfo()), tensors(session.getOutputInfo()));
            }
        } catch (OrtException refused) {
            throw Tower.refused(onnx, refused);
        }
    }

    private static Map<String, Tensor> tensors(Map<String, NodeInfo> nodes) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        nodes.forEach((name, node) -> tensors.put(name, tensor(node)));
        return tensors;
    }

    private static Tensor tensor(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            return new Tensor("no tensor", List.of());
        }
        List<Long> shape = new ArrayList<>();
        for (long length : tensor.getShape()) {
            shape.add(length < 0 ? Tensor.FREE : length);
        }
        return new Tensor(tensor.type.name().toLowerCase(Locale.ROOT), shape);
    }
}
