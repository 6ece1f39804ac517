package org.tandemrec.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;

/**
 * The file of an encoded table: little-endian 32-bit integers, field after field in the order of
 * the manifest's inputs, each field row by row. Its length is {@code 4 x rows x sum of widths}.
 */
final class EncodedTableFile {
    private EncodedTableFile() {}

    static void write(EncodedTable table, Path file) throws IOException {
        try (LittleEndianOutput output = new LittleEndianOutput(file)) {
            for (EncodedField field : table.fields()) {
                output.write(field.codes());
            }
        }
    }

    /**
     * The table that the bytes of such a file hold.
     *
     * @param rows how many users or items, the unknown one among them
     * @throws IOException where they do not hold as many codes, or one that no input has
     */
    static EncodedTable read(byte[] bytes, List<TowerInput> inputs, int rows) throws IOException {
        long width = inputs.stream().mapToLong(TowerInput::width).sum();
        if (bytes.length != Integer.BYTES * width * rows) {
            throw new IOException(
                    "codes take %d bytes, expected %d for %d rows"
                            .formatted(bytes.length, Integer.BYTES * width * rows, rows));
        }
        IntBuffer integers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        List<EncodedField> fields = new ArrayList<>();
        for (TowerInput input : inputs) {
            int[] codes = new int[rows * input.width()];
            integers.get(codes);
            requireCodes(input, codes);
            fields.add(
                    new EncodedField(
                            input.field(), input.kind(), input.rows(), input.width(), codes));
        }
        return new EncodedTable(fields);
    }

    private static void requireCodes(TowerInput input, int[] codes) throws IOException {
        for (int code : codes) {
            if (code < 0 || code >= input.rows()) {
                throw new IOException(
                        "input '%s' has code %d, expected 0..%d"
                                .formatted(input.field(), code, input.rows() - 1));
            }
        }
    }
}
