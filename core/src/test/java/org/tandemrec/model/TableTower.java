package org.tandemrec.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * A tower as small as can be: each field has a table with one row a code, and the vector is the sum
 * of the rows that the codes name.
 */
public final class TableTower {
    private static final String AXES = "axes";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tower");
    private final NodeProto.Builder sum = NodeProto.newBuilder().setOpType("Sum");
    private final int dimension;

    private TableTower(int dimension) {
        this.dimension = dimension;
    }

    /**
     * A field of a tower.
     *
     * @param name the input's name
     * @param several whether a row has several codes, padded with 0
     * @param rows the table, one row a code; the first should be zeros where there are several
     */
    public record Table(String name, boolean several, List<float[]> rows) {
        /** A table of a field with one code a row. */
        public static Table one(String name, List<float[]> rows) {
            return new Table(name, false, rows);
        }

        /** A table of a field with several codes a row. */
        public static Table several(String name, List<float[]> rows) {
            return new Table(name, true, rows);
        }
    }

    /** The ONNX model of a tower with these tables. */
    public static byte[] onnx(int dimension, List<Table> tables) {
        TableTower tower = new TableTower(dimension);
        tower.graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(AXES)
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(1)
                        .addInt64Data(1));
        tables.forEach(tower::add);
        return tower.model().toByteArray();
    }

    private void add(Table table) {
        graph.addInput(input(table));
        graph.addInitializer(values(table));
        graph.addNode(
                node("Gather", table.name() + "-rows", table.name() + "-table", table.name()));
        if (table.several()) {
            graph.addNode(
                    node("ReduceSum", table.name() + "-sum", table.name() + "-rows", AXES)
                            .addAttribute(
                                    AttributeProto.newBuilder()
                                            .setName("keepdims")
                                            .setType(AttributeProto.AttributeType.INT)
                                            .setI(0)));
        }
        sum.addInput(table.name() + (table.several() ? "-sum" : "-rows"));
    }

    private ModelProto model() {
        graph.addNode(sum.addOutput("vector"));
        graph.addOutput(
                tensor("vector", TensorProto.DataType.FLOAT, shape("N").addDim(size(dimension))));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
    }

    private TensorProto values(Table table) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(table.name() + "-table")
                        .setDataType(TensorProto.DataType.FLOAT.getNumber())
                        .addDims(table.rows().size())
                        .addDims(dimension);
        for (float[] row : table.rows()) {
            for (float value : row) {
                tensor.addFloatData(value);
            }
        }
        return tensor.build();
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static ValueInfoProto input(Table table) {
        TensorShapeProto.Builder shape = shape("N");
        if (table.several()) {
            shape.addDim(
                    TensorShapeProto.Dimension.newBuilder().setDimParam(table.name() + "-width"));
        }
        return tensor(table.name(), TensorProto.DataType.INT64, shape);
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

    private static TensorShapeProto.Builder shape(String rows) {
        return TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(rows));
    }

    private static TensorShapeProto.Dimension size(int size) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(size).build();
    }
}
