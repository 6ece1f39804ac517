package org.tandemrec.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.tandemrec.vectors.RowScanMatrix;

/**
 * The one file of an exact index. Little end first; a text is its count of UTF-8 bytes and the
 * bytes, an array its count and its numbers:
 *
 * <pre>
 * long  the mark "TANDEMIX"          int  the format, 1
 * text  version                      int  dimension          int  rows
 * int[] where each id ends           byte[] the ids, ascending, one behind the other
 * int   keyword fields, each:        text name, int count and texts of the dictionary, int[] ends, int[] ordinals
 * int   numeric fields, each:        text name, double[] values (NaN: none)
 * float[] the tiles of a {@link RowScanMatrix}
 * long  CRC-32C of all before it
 * </pre>
 */
final class ExactFile {
    static final int BUFFER = 1 << 18;

    private static final long MARK = 0x5849_4D45_444E_4154L;
    private static final int FORMAT = 1;

    private ExactFile() {}

    /**
     * Writes under a temporary name and moves the file into place: at each moment the old index or
     * the new is there.
     */
    static void write(Path file, ExactSnapshot snapshot) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = openForWriting(part)) {
                write(new ExactFileOutput(channel), snapshot);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(part);
            throw StorageFailure.writing(file, e);
        }
    }

    private static FileChannel openForWriting(Path part) throws IOException {
        return FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // The next write uses the same name and overwrites it.
        }
    }

    private static void write(ExactFileOutput out, ExactSnapshot snapshot) throws IOException {
        out.longNumber(MARK);
        out.number(FORMAT);
        out.text(snapshot.version());
        out.number(snapshot.dimension());
        out.number(snapshot.ids().size());
        out.numbers(snapshot.ids().ends());
        out.bytes(snapshot.ids().text());
        write(out, snapshot.fields());
        out.floats(snapshot.vectors().tiles());
        out.finish();
    }

    private static void write(ExactFileOutput out, FieldColumns fields) throws IOException {
        out.number(fields.keywords().size());
        for (KeywordColumn column : fields.keywords()) {
            write(out, column);
        }
        out.number(fields.numbers().size());
        for (NumericColumn column : fields.numbers()) {
            out.text(column.name());
            out.doubles(column.values());
        }
    }

    private static void write(ExactFileOutput out, KeywordColumn column) throws IOException {
        out.text(column.name());
        out.number(column.dictionary().size());
        for (String keyword : column.dictionary()) {
            out.text(keyword);
        }
        out.numbers(column.ends());
        out.numbers(column.ordinals());
    }

    /** Reads a file whole; fails where a single bit of it is not as it was written. */
    static ExactSnapshot read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, new ExactFileInput(channel));
        } catch (EOFException e) {
            throw StorageFailure.corrupt(file, "the file is damaged or cut short", e);
        } catch (IOException e) {
            throw StorageFailure.reading(file, e);
        }
    }

    private static ExactSnapshot read(Path file, ExactFileInput in) throws IOException {
        if (in.longNumber() != MARK) {
            throw StorageFailure.corrupt(
                    file, "the file is not an exact index", new EOFException());
        }
        int format = in.number();
        if (format != FORMAT) {
            String found = "the file has format %d, expected %d".formatted(format, FORMAT);
            throw StorageFailure.corrupt(file, found, new EOFException());
        }
        String version = in.text();
        int dimension = in.number();
        int rows = in.number();
        IdTable ids = new IdTable(in.numbers(), in.bytes());
        FieldColumns fields = new FieldColumns(readKeywords(in), readNumbers(in));
        float[] tiles = in.floats();
        if (!in.endsWithItsChecksum()) {
            throw new EOFException("checksum");
        }
        return new ExactSnapshot(
                version, ids, RowScanMatrix.adopting(rows, dimension, tiles), fields);
    }

    private static List<KeywordColumn> readKeywords(ExactFileInput in) throws IOException {
        List<KeywordColumn> columns = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            columns.add(
                    new KeywordColumn(in.text(), readDictionary(in), in.numbers(), in.numbers()));
        }
        return columns;
    }

    private static List<String> readDictionary(ExactFileInput in) throws IOException {
        List<String> dictionary = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            dictionary.add(in.text());
        }
        return dictionary;
    }

    private static List<NumericColumn> readNumbers(ExactFileInput in) throws IOException {
        List<NumericColumn> columns = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            columns.add(new NumericColumn(in.text(), in.doubles()));
        }
        return columns;
    }
}
