package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemrec.data.BadInputException;

/** Brings the weights that an ONNX model keeps in files beside it into the model itself. */
final class ExternalWeights {
    private final Path model;
    private final Path folder;

    ExternalWeights(Path model) {
        this.model = model;
        this.folder = Optional.ofNullable(model.toAbsolutePath().getParent()).orElse(model);
    }

    /** The model with all of its weights inside. */
    ModelProto inlined(ModelProto outside) throws IOException {
        return outside.toBuilder().setGraph(inlined(outside.getGraph())).build();
    }

    private GraphProto inlined(GraphProto graph) throws IOException {
        GraphProto.Builder inside = graph.toBuilder();
        for (int at = 0; at < graph.getInitializerCount(); at++) {
            inside.setInitializer(at, inlined(graph.getInitializer(at)));
        }
        for (int at = 0; at < graph.getNodeCount(); at++) {
            inside.setNode(at, inlined(graph.getNode(at)));
        }
        return inside.build();
    }

    private NodeProto inlined(NodeProto node) throws IOException {
        NodeProto.Builder inside = node.toBuilder();
        for (int at = 0; at < node.getAttributeCount(); at++) {
            AttributeProto attribute = node.getAttribute(at);
            if (attribute.hasT()) {
                inside.setAttribute(at, attribute.toBuilder().setT(inlined(attribute.getT())));
            } else if (attribute.hasG()) {
                inside.setAttribute(at, attribute.toBuilder().setG(inlined(attribute.getG())));
            }
        }
        return inside.build();
    }

    private TensorProto inlined(TensorProto tensor) throws IOException {
        if (tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL) {
            return tensor;
        }
        Map<String, String> place =
                tensor.getExternalDataList().stream()
                        .collect(
                                Collectors.toMap(
                                        StringStringEntryProto::getKey,
                                        StringStringEntryProto::getValue));
        return tensor.toBuilder()
                .clearDataLocation()
                .clearExternalData()
                .setRawData(ByteString.copyFrom(bytes(tensor.getName(), place)))
                .build();
    }

    private ByteBuffer bytes(String tensor, Map<String, String> place) throws IOException {
        Path file = file(tensor, place.getOrDefault("location", ""));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long offset = Long.parseLong(place.getOrDefault("offset", "0"));
            long length =
                    Long.parseLong(
                            place.getOrDefault("length", Long.toString(channel.size() - offset)));
            if (offset < 0 || length < 0 || offset + length > channel.size()) {
                throw new BadInputException(
                        "%s: %d bytes, expected the weights '%s' of %s from %d to %d"
                                .formatted(
                                        file,
                                        channel.size(),
                                        tensor,
                                        model,
                                        offset,
                                        offset + length));
            }
            return read(channel.position(offset), Math.toIntExact(length));
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A channel may give less than is asked for.
        }
        return bytes.flip();
    }

    /** Only a file beside the model: what is imported cannot reach for others. */
    private Path file(String tensor, String location) {
        Path file = folder.resolve(location).normalize();
        if (location.isEmpty()
                || !file.startsWith(folder.normalize())
                || !Files.isRegularFile(file)) {
            throw new BadInputException(
                    "%s: its weights '%s' lie in '%s', which is no file beside it; copy it there, or export the tower into one file"
                            .formatted(model, tensor, location));
        }
        return file;
    }
}
