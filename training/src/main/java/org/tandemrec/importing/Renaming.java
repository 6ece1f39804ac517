package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/**
 * Puts a prefix before every name in an ONNX graph, so that a graph around it can have names of its
 * own. Graphs inside of nodes see the names outside of them and get the same prefix.
 */
final class Renaming {
    private final String prefix;

    Renaming(String prefix) {
        this.prefix = prefix;
    }

    /** The name of what was called so; an input that is left out has no name and gets none. */
    String of(String name) {
        return name.isEmpty() ? name : prefix + name;
    }

    /** The graph's nodes and weights under their new names, without its inputs and outputs. */
    GraphProto.Builder inside(GraphProto graph) {
        GraphProto.Builder renamed = GraphProto.newBuilder();
        graph.getNodeList().forEach(node -> renamed.addNode(renamed(node)));
        graph.getInitializerList().forEach(tensor -> renamed.addInitializer(renamed(tensor)));
        graph.getSparseInitializerList()
                .forEach(tensor -> renamed.addSparseInitializer(renamed(tensor)));
        return renamed;
    }

    private GraphProto whole(GraphProto graph) {
        GraphProto.Builder renamed = inside(graph).setName(graph.getName());
        graph.getInputList().forEach(value -> renamed.addInput(renamed(value)));
        graph.getOutputList().forEach(value -> renamed.addOutput(renamed(value)));
        return renamed.build();
    }

    private NodeProto renamed(NodeProto node) {
        NodeProto.Builder renamed =
                node.toBuilder().setName(of(node.getName())).clearInput().clearOutput();
        node.getInputList().forEach(name -> renamed.addInput(of(name)));
        node.getOutputList().forEach(name -> renamed.addOutput(of(name)));
        for (int at = 0; at < node.getAttributeCount(); at++) {
            renamed.setAttribute(at, renamed(node.getAttribute(at)));
        }
        return renamed.build();
    }

    private AttributeProto renamed(AttributeProto attribute) {
        AttributeProto.Builder renamed = attribute.toBuilder();
        if (attribute.hasG()) {
            renamed.setG(whole(attribute.getG()));
        }
        for (int at = 0; at < attribute.getGraphsCount(); at++) {
            renamed.setGraphs(at, whole(attribute.getGraphs(at)));
        }
        return renamed.build();
    }

    private TensorProto renamed(TensorProto tensor) {
        return tensor.toBuilder().setName(of(tensor.getName())).build();
    }

    private SparseTensorProto renamed(SparseTensorProto tensor) {
        return tensor.toBuilder().setValues(renamed(tensor.getValues())).build();
    }

    private ValueInfoProto renamed(ValueInfoProto value) {
        return value.toBuilder().setName(of(value.getName())).build();
    }
}
