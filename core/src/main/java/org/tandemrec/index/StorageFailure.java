package org.tandemrec.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns what a file system reports into one clear line. */
final class StorageFailure {
    private StorageFailure() {}

    static IndexException writing(Path place, IOException cause) {
        return new IndexException(
                IndexException.Kind.STORAGE,
                "cannot write %s: %s; what was there before is unchanged, choose a folder with room that may be written"
                        .formatted(place, reason(cause)),
                cause);
    }

    static IndexException reading(Path place, IOException cause) {
        return new IndexException(
                IndexException.Kind.STORAGE,
                "cannot read %s: %s; make it readable or run 'tandem index'"
                        .formatted(place, reason(cause)),
                cause);
    }

    static IndexException corrupt(Path place, String found, Throwable cause) {
        return new IndexException(
                IndexException.Kind.CORRUPT,
                "%s: %s; run 'tandem index' to write it anew".formatted(place, found),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is in the way of a folder";
            case FileSystemException failure -> orName(failure.getReason(), failure);
            default -> orName(cause.getMessage(), cause);
        };
    }

    private static String orName(@Nullable String message, IOException cause) {
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
