package org.tandemrec.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;

/** Turns what Lucene reports into one clear line. */
final class LuceneFailure {
    private LuceneFailure() {}

    static IndexException reading(Path folder, IOException cause) {
        return switch (cause) {
            case CorruptIndexException _, EOFException _ ->
                    StorageFailure.corrupt(folder, "the index is damaged", cause);
            case FileNotFoundException _, NoSuchFileException _ ->
                    StorageFailure.corrupt(folder, "a file of the index is missing", cause);
            case IndexFormatTooNewException _ ->
                    StorageFailure.corrupt(folder, "a newer Lucene wrote the index", cause);
            case IndexFormatTooOldException _ ->
                    StorageFailure.corrupt(folder, "too old a Lucene wrote the index", cause);
            default -> StorageFailure.reading(folder, cause);
        };
    }

    static IndexException writing(Path folder, IOException cause) {
        return switch (cause) {
            case LockObtainFailedException _ -> IndexFolder.busy(folder, cause);
            case CorruptIndexException _, EOFException _ -> reading(folder, cause);
            default -> StorageFailure.writing(folder, cause);
        };
    }
}
