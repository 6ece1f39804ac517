package org.tandemrec.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (EncodedField field : table.fields()) {
                BundleFiles.writeInts(channel, field.codes());
            }
        }
    }

    static EncodedTable read(Path file, List<TowerInput> inputs) throws IOException {
        IntBuffer integers =
                ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer();
        int width = inputs.stream().mapToInt(TowerInput::width).sum();
        int rows = integers.capacity() / width;
        List<EncodedField> fields = new ArrayList<>();
        for (TowerInput input : inputs) {
            int[] codes = new int[rows * input.width()];
            integers.get(codes);
            fields.add(
                    new EncodedField(
                            input.field(), input.kind(), input.rows(), input.width(), codes));
        }
        return new EncodedTable(fields);
    }
}
