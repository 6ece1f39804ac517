package org.tandemrec.importing;

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

/**
 * A tower as other frameworks export it: tables are Constant nodes, each input's rows have a name
 * of their own, and values inside have the names that our fields and outputs have. A vector is the
 * sum of the rows that the codes choose.
 */
final class ForeignTower {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("id");
    private final NodeProto.Builder sum = NodeProto.newBuilder().setOpType("Sum");
    private final String output;
    private final int dimension;
    private int operators = 13;

    ForeignTower(String output, int dimension) {
        this.output = output;
        this.dimension = dimension;
    }

    /** An input of one code a row, {@code [N]}. */
    ForeignTower one(String input, TensorProto.DataType type, float[]... table) {
        sum.addInput(lookup(input, type, table, rows(input)));
        return this;
    }

    /** An input of one int64 code a row, {@code [N]}. */
    ForeignTower one(String input, float[]... table) {
        return one(input, TensorProto.DataType.INT64, table);
    }

    /** An input of several codes a row, {@code [N, width]}, of which all count. */
    ForeignTower several(String input, int width, float[]... table) {
        TensorShapeProto.Builder shape =
                rows(input).addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        String rows = lookup(input, TensorProto.DataType.INT64, table, shape);
        String axes = "axes of " + input;
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(axes)
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(1)
                        .addInt64Data(1));
        String together = "sum of " + input;
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("ReduceSum")
                        .addInput(rows)
                        .addInput(axes)
                        .addOutput(together)
                        .addAttribute(
                                AttributeProto.newBuilder()
                                        .setName("keepdims")
                                        .setType(AttributeProto.AttributeType.INT)
                                        .setI(0)));
        sum.addInput(together);
        return this;
    }

    /** With another version of the operators than 13. */
    ForeignTower operators(int version) {
        this.operators = version;
        return this;
    }

    private String lookup(
            String input,
            TensorProto.DataType type,
            float[][] table,
            TensorShapeProto.Builder shape) {
        graph.addInput(tensor(input, type, shape));
        String constant = "table of " + input;
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("Constant")
                        .addOutput(constant)
                        .addAttribute(
                                AttributeProto.newBuilder()
                                        .setName("value")
                                        .setType(AttributeProto.AttributeType.TENSOR)
                                        .setT(weights(table))));
        // The first lookup's rows are called like a field of ours.
        String rows = graph.getInputCount() == 1 ? "gender" : "rows of " + input;
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("Gather")
                        .addInput(constant)
                        .addInput(input)
                        .addOutput(rows));
        return rows;
    }

    private TensorProto weights(float[][] table) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 * table.length * dimension).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : table) {
            for (float number : row) {
                bytes.putFloat(number);
            }
        }
        return TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(table.length)
                .addDims(dimension)
                .setRawData(ByteString.copyFrom(bytes.flip()))
                .build();
    }

    private static TensorShapeProto.Builder rows(String input) {
        return TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows of " + input));
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

    ModelProto model() {
        GraphProto.Builder whole = graph.clone();
        whole.addNode(sum.clone().addOutput(output));
        whole.addOutput(
                tensor(
                        output,
                        TensorProto.DataType.FLOAT,
                        rows(output)
                                .addDim(
                                        TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(dimension))));
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operators))
                .setGraph(whole)
                .build();
    }
}
