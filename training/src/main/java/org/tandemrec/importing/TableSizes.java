package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Finds the tables that an ONNX graph looks its inputs' codes up in. A code beyond a table's last
 * row is no error to every runtime, so it has to be found before one is asked.
 */
final class TableSizes {
    private static final Set<String> KEEPING_CODES =
            Set.of("Cast", "Identity", "Reshape", "Unsqueeze", "Squeeze", "Flatten");

    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();

    TableSizes(GraphProto graph) {
        this.graph = graph;
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant")) {
                node.getAttributeList().stream()
                        .filter(AttributeProto::hasT)
                        .forEach(value -> constants.put(node.getOutput(0), value.getT()));
            }
        }
    }

    /** The fewest rows of a table that an input's codes choose from; empty where none is found. */
    OptionalLong rows(String input) {
        Set<String> codes = new HashSet<>(Set.of(input));
        OptionalLong fewest = OptionalLong.empty();
        for (NodeProto node : graph.getNodeList()) {
            if (KEEPING_CODES.contains(node.getOpType()) && codes.contains(node.getInput(0))) {
                codes.add(node.getOutput(0));
            } else if (isLookup(node) && codes.contains(node.getInput(1))) {
                fewest = fewer(fewest, rowsOf(node.getInput(0)));
            }
        }
        return fewest;
    }

    private static boolean isLookup(NodeProto node) {
        return node.getOpType().equals("Gather")
                && node.getAttributeList().stream()
                        .noneMatch(axis -> axis.getName().equals("axis") && axis.getI() != 0);
    }

    private OptionalLong rowsOf(String table) {
        TensorProto constant = constants.get(table);
        return constant == null || constant.getDimsCount() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(constant.getDims(0));
    }

    private static OptionalLong fewer(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).min();
    }
}
