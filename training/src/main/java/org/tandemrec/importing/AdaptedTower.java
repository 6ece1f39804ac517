package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.features.EncodedField;

/**
 * Puts a foreign tower into a graph that looks from outside like a tower of ours: its inputs are
 * our fields, tables turn our codes into the foreign ones, and its output is {@code vector} with
 * the length and scale that scores need. Uses only operators that are the same in every operator
 * set from 9 on, so the foreign model keeps its own.
 */
final class AdaptedTower {
    private static final String OUTPUT = "vector";
    private static final String FOREIGN = "imported/";
    private static final String OURS = "adapter/";
    private static final int OLDEST_FORMAT = 8;
    private static final float SMALLEST = 1e-12f;

    private final ForeignModel foreign;
    private final Renaming renaming = new Renaming(FOREIGN);
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int values;

    private AdaptedTower(ForeignModel foreign) {
        this.foreign = foreign;
    }

    /**
     * What its vectors become.
     *
     * @param foreignOutput the foreign output's name
     * @param dimension how long a vector is
     * @param normalise whether it is brought to length 1
     * @param scale what it is multiplied by then
     */
    record Vectors(String foreignOutput, int dimension, boolean normalise, double scale) {}

    /** The model's bytes; the same arguments give the same. */
    static byte[] onnx(ForeignModel foreign, AdaptedSide side, TowerForm form, Vectors vectors) {
        return new AdaptedTower(foreign).model(side, form, vectors).toByteArray();
    }

    private ModelProto model(AdaptedSide side, TowerForm form, Vectors vectors) {
        Map<String, EncodedField> ours = new LinkedHashMap<>();
        side.table().fields().forEach(field -> ours.put(field.name(), field));
        ours.values().forEach(this::addInput);
        side.inputs().forEach(input -> addLookup(input, form.isInt32(input.foreign())));
        addForeign();
        String vector = scaled(renaming.of(vectors.foreignOutput()), vectors);
        for (EncodedField field : ours.values()) {
            vector = side.refuses(field.name()) ? guarded(vector, field) : vector;
        }
        addOutput(vector, vectors.dimension());
        ModelProto frame = foreign.frame();
        return frame.toBuilder()
                .setIrVersion(Math.max(OLDEST_FORMAT, frame.getIrVersion()))
                .setGraph(graph.setName("imported tower"))
                .build();
    }

    private void addInput(EncodedField field) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder().addDim(rows());
        if (hasWidth(field)) {
            shape.addDim(length(field.width()));
        }
        graph.addInput(tensor(field.name(), TensorProto.DataType.INT64, shape));
    }

    private static boolean hasWidth(EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> false;
            case CATEGORIES, TEXT -> true;
        };
    }

    private void addLookup(AdapterInput input, boolean int32) {
        String table = codes(input.table(), int32);
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("Gather")
                        .addInput(table)
                        .addInput(input.ours().name())
                        .addOutput(renaming.of(input.foreign())));
    }

    private void addForeign() {
        GraphProto inside = renaming.inside(foreign.graph()).build();
        graph.addAllNode(inside.getNodeList())
                .addAllInitializer(inside.getInitializerList())
                .addAllSparseInitializer(inside.getSparseInitializerList());
    }

    private String scaled(String vector, Vectors vectors) {
        String unit = vectors.normalise() ? unit(vector, vectors.dimension()) : vector;
        return vectors.scale() == 1
                ? unit
                : node("Mul", unit, floats(new float[] {(float) vectors.scale()}, 1));
    }

    /** A sum of squares as a matrix product: a reduction has other forms in other operator sets. */
    private String unit(String vector, int dimension) {
        float[] ones = new float[dimension];
        Arrays.fill(ones, 1);
        String squares = node("Mul", vector, vector);
        String sum = node("MatMul", squares, floats(ones, dimension, 1));
        String length = node("Sqrt", node("Add", sum, floats(new float[] {SMALLEST}, 1)));
        return node("Div", vector, length);
    }

    /**
     * No vector where a field's code is 0, rather than one that somebody else's code would give.
     */
    private String guarded(String vector, EncodedField field) {
        String unknown = node("Equal", field.name(), integers(0));
        String column = node("Reshape", unknown, integers(-1, 1));
        return node("Where", column, floats(new float[] {Float.NaN}, 1), vector);
    }

    private void addOutput(String vector, int dimension) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(vector).addOutput(OUTPUT));
        graph.addOutput(
                tensor(
                        OUTPUT,
                        TensorProto.DataType.FLOAT,
                        TensorShapeProto.newBuilder().addDim(rows()).addDim(length(dimension))));
    }

    private String node(String operator, String... inputs) {
        String value = nextName();
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .addAllInput(Arrays.asList(inputs))
                        .addOutput(value));
        return value;
    }

    private String nextName() {
        return OURS + values++;
    }

    private String codes(CodeTable table, boolean int32) {
        TensorProto.Builder tensor = constant(table.shape());
        if (int32) {
            tensor.setDataType(TensorProto.DataType.INT32.getNumber());
            Arrays.stream(table.codes()).forEach(code -> tensor.addInt32Data((int) code));
        } else {
            tensor.setDataType(TensorProto.DataType.INT64.getNumber());
            Arrays.stream(table.codes()).forEach(tensor::addInt64Data);
        }
        return add(tensor);
    }

    private String integers(long... integers) {
        TensorProto.Builder tensor =
                constant(integers.length).setDataType(TensorProto.DataType.INT64.getNumber());
        Arrays.stream(integers).forEach(tensor::addInt64Data);
        return add(tensor);
    }

    private String floats(float[] floats, long... shape) {
        TensorProto.Builder tensor =
                constant(shape).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (float number : floats) {
            tensor.addFloatData(number);
        }
        return add(tensor);
    }

    private static TensorProto.Builder constant(long... shape) {
        return TensorProto.newBuilder().addAllDims(Arrays.stream(shape).boxed().toList());
    }

    private String add(TensorProto.Builder tensor) {
        String name = nextName();
        graph.addInitializer(tensor.setName(name));
        return name;
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

    private static TensorShapeProto.Dimension rows() {
        return TensorShapeProto.Dimension.newBuilder().setDimParam("N").build();
    }

    private static TensorShapeProto.Dimension length(int length) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(length).build();
    }
}
