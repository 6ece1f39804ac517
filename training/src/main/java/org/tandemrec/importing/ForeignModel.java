package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tandemrec.data.BadInputException;

/** An ONNX model made elsewhere, whole: weights that lay in other files are inside. */
final class ForeignModel {
    private static final int OLDEST_OPERATORS = 9;

    private final Path file;
    private final ModelProto model;

    private ForeignModel(Path file, ModelProto model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Reads a model.
     *
     * @throws BadInputException where the file is no ONNX model, or one of operators too old to add
     *     anything to
     */
    static ForeignModel read(Path file) {
        try {
            ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
            requireOperators(file, model);
            return new ForeignModel(file, new ExternalWeights(file).inlined(model));
        } catch (InvalidProtocolBufferException malformed) {
            throw new BadInputException(
                    "%s is no ONNX model; export the tower to ONNX".formatted(file), malformed);
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s cannot be read, expected an ONNX model".formatted(file), unreadable);
        }
    }

    private static void requireOperators(Path file, ModelProto model) {
        long version =
                model.getOpsetImportList().stream()
                        .filter(
                                set ->
                                        set.getDomain().isEmpty()
                                                || set.getDomain().equals("ai.onnx"))
                        .mapToLong(OperatorSetIdProto::getVersion)
                        .findFirst()
                        .orElse(0);
        if (version < OLDEST_OPERATORS) {
            throw new BadInputException(
                    "%s: operator set is %d, expected %d or newer; export it again with a newer one"
                            .formatted(file, version, OLDEST_OPERATORS));
        }
    }

    Path file() {
        return file;
    }

    /** Everything but the graph: operator sets, functions, what made it. */
    ModelProto frame() {
        return model;
    }

    GraphProto graph() {
        return model.getGraph();
    }
}
