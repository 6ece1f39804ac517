package org.tandemrec.layers;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * An ONNX graph under construction (IR version 8, operator set 17). Every value gets a name of its
 * own in the order of construction, so the same calls give the same bytes. The number of rows is
 * symbolic, {@code N}.
 */
public final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;
    private static final String ROWS = "N";
    private static final String EVENTS = "L";
    private static final String KEEP = "keepdims";

    private final GraphProto.Builder graph;
    private int values;

    /** A graph without nodes. */
    public OnnxGraph(String name) {
        this.graph = GraphProto.newBuilder().setName(name);
    }

    /** An input of one code a row: int64 {@code [N]}. */
    public OnnxValue inputOfCodes(String name) {
        return input(name, rows());
    }

    /** An input of several codes a row: int64 {@code [N, width]}. */
    public OnnxValue inputOfCodes(String name, int width) {
        return input(name, rows().addDim(dimension(width)));
    }

    /** An input of one code an event: int64 {@code [N, L]}. */
    public OnnxValue inputOfEvents(String name) {
        return input(name, events());
    }

    /** An input of one number an event: float {@code [N, L]}. */
    public OnnxValue inputOfValues(String name) {
        return input(name, TensorProto.DataType.FLOAT, events());
    }

    private OnnxValue input(String name, TensorShapeProto.Builder shape) {
        return input(name, TensorProto.DataType.INT64, shape);
    }

    private OnnxValue input(
            String name, TensorProto.DataType type, TensorShapeProto.Builder shape) {
        graph.addInput(tensor(name, type, shape));
        return new OnnxValue(name);
    }

    /** Makes a value the graph's output, under this name: float {@code [N, columns]}. */
    public void output(String name, OnnxValue value, int columns) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput(value.name())
                        .addOutput(name));
        graph.addOutput(
                tensor(name, TensorProto.DataType.FLOAT, rows().addDim(dimension(columns))));
    }

    /** A matrix without its padding. */
    public OnnxValue constant(Matrix matrix) {
        ByteBuffer bytes = buffer(Math.multiplyExact(matrix.rows(), 4 * matrix.columns()));
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                bytes.putFloat(matrix.at(row, column));
            }
        }
        return constant(TensorProto.DataType.FLOAT, bytes, matrix.rows(), matrix.columns());
    }

    /** Floats of any shape, the last dimension running fastest. */
    public OnnxValue constant(float[] floats, int... shape) {
        ByteBuffer bytes = buffer(4 * floats.length);
        bytes.asFloatBuffer().put(floats);
        return constant(TensorProto.DataType.FLOAT, bytes, shape);
    }

    /** The one row of a matrix, without its padding, as a list. */
    public OnnxValue row(Matrix matrix) {
        return constant(matrix.row(0), matrix.columns());
    }

    /** One integer, of rank 0. */
    public OnnxValue scalar(long integer) {
        ByteBuffer bytes = buffer(8);
        bytes.asLongBuffer().put(integer);
        return constant(TensorProto.DataType.INT64, bytes);
    }

    /** One float. */
    public OnnxValue number(float value) {
        return constant(new float[] {value});
    }

    /** One integer without dimensions. */
    public OnnxValue integer(long value) {
        return constant(TensorProto.DataType.INT64, buffer(8).putLong(value));
    }

    /** A list of integers. */
    public OnnxValue integers(long... integers) {
        ByteBuffer bytes = buffer(8 * integers.length);
        bytes.asLongBuffer().put(integers);
        return constant(TensorProto.DataType.INT64, bytes, integers.length);
    }

    private OnnxValue constant(TensorProto.DataType type, ByteBuffer bytes, int... shape) {
        OnnxValue value = next("constant");
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(value.name())
                        .setDataType(type.getNumber())
                        .addAllDims(Arrays.stream(shape).mapToObj(Long::valueOf).toList())
                        .setRawData(ByteString.copyFrom(bytes.rewind())));
        return value;
    }

    /** A node without attributes. */
    public OnnxValue node(String operator, OnnxValue... inputs) {
        return add(builder(operator, inputs));
    }

    /** A node whose one attribute is a list of integers. */
    public OnnxValue node(String operator, String attribute, long[] integers, OnnxValue... inputs) {
        return add(builder(operator, inputs).addAttribute(attribute(attribute, integers)));
    }

    /** A node whose one attribute is an integer. */
    public OnnxValue node(String operator, String attribute, long integer, OnnxValue... inputs) {
        return add(builder(operator, inputs).addAttribute(attribute(attribute, integer)));
    }

    /** The part of one axis from a place (inclusive) to another (exclusive). */
    public OnnxValue slice(OnnxValue in, int axis, int from, int to) {
        return node("Slice", in, integers(from), integers(to), integers(axis));
    }

    /** One place of an axis, which goes. */
    public OnnxValue pick(OnnxValue in, int axis, int place) {
        return node("Gather", "axis", axis, in, scalar(place));
    }

    /** Brings the last axis to mean 0 and variance 1, then scales and shifts it. */
    public OnnxValue normalized(OnnxValue in, OnnxValue gain, OnnxValue shift, float epsilon) {
        return add(
                builder("LayerNormalization", in, gain, shift)
                        .addAttribute(
                                AttributeProto.newBuilder()
                                        .setName("epsilon")
                                        .setType(AttributeProto.AttributeType.FLOAT)
                                        .setF(epsilon)));
    }

    /** Values side by side, along the second axis. */
    public OnnxValue joined(List<OnnxValue> values) {
        NodeProto.Builder node = builder("Concat", values.toArray(OnnxValue[]::new));
        return add(node.addAttribute(attribute("axis", 1)));
    }

    /** The sum along one axis, which goes. */
    public OnnxValue sum(OnnxValue in, int axis) {
        return add(builder("ReduceSum", in, integers(axis)).addAttribute(attribute(KEEP, 0)));
    }

    /** The sum along one axis, which stays with length 1. */
    public OnnxValue sumInPlace(OnnxValue in, int axis) {
        return add(builder("ReduceSum", in, integers(axis)).addAttribute(attribute(KEEP, 1)));
    }

    /** The highest number along one axis, which goes. */
    public OnnxValue highest(OnnxValue in, int axis) {
        return add(highestAlong(in, axis).addAttribute(attribute(KEEP, 0)));
    }

    /** The highest number along one axis, which stays with length 1. */
    public OnnxValue highestInPlace(OnnxValue in, int axis) {
        return add(highestAlong(in, axis).addAttribute(attribute(KEEP, 1)));
    }

    private static NodeProto.Builder highestAlong(OnnxValue in, int axis) {
        return builder("ReduceMax", in).addAttribute(attribute("axes", new long[] {axis}));
    }

    /** The same numbers as floats. */
    public OnnxValue floats(OnnxValue in) {
        return cast(in, TensorProto.DataType.FLOAT);
    }

    /** The same numbers as doubles. */
    public OnnxValue doubles(OnnxValue in) {
        return cast(in, TensorProto.DataType.DOUBLE);
    }

    /** The same numbers as integers, what is behind the point being dropped. */
    public OnnxValue integers(OnnxValue in) {
        return cast(in, TensorProto.DataType.INT64);
    }

    private OnnxValue cast(OnnxValue in, TensorProto.DataType type) {
        return add(builder("Cast", in).addAttribute(attribute("to", type.getNumber())));
    }

    private static NodeProto.Builder builder(String operator, OnnxValue... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator);
        for (OnnxValue input : inputs) {
            node.addInput(input.name());
        }
        return node;
    }

    private OnnxValue add(NodeProto.Builder node) {
        OnnxValue value = next(node.getOpType());
        graph.addNode(node.setName(value.name()).addOutput(value.name()));
        return value;
    }

    private OnnxValue next(String kind) {
        return new OnnxValue(kind + "_" + values++);
    }

    private static AttributeProto attribute(String name, long integer) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(integer)
                .build();
    }

    private static AttributeProto attribute(String name, long[] integers) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(integers).boxed().toList())
                .build();
    }

    private static ValueInfoProto tensor(
            String name, TensorProto.DataType type, TensorShapeProto.Builder shape) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type.getNumber())
                                                .setShape(shape)))
                .build();
    }

    private static TensorShapeProto.Builder rows() {
        return TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS));
    }

    private static TensorShapeProto.Builder events() {
        return rows().addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(EVENTS));
    }

    private static TensorShapeProto.Dimension dimension(int length) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(length).build();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The model file. */
    public byte[] toBytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("tandem")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
