package org.tandemrec.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says in a few words, on one line, why a file could not be read or written. */
final class FailureReason {
    private FailureReason() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is in the way of a folder";
            case NotDirectoryException _ -> "a file is in the way of a folder";
            case NoSuchFileException missing -> missing.getFile() + " is missing";
            case FileSystemException system -> orName(system.getReason(), system);
            case CharacterCodingException _ -> "a text is no valid Unicode";
            case JsonProcessingException json -> json(json);
            default -> orName(failure.getMessage(), failure);
        };
    }

    private static String json(JsonProcessingException failure) {
        String what = orName(failure.getOriginalMessage(), failure).lines().findFirst().orElse("");
        return failure.getLocation() == null
                ? what
                : "line %d, column %d: %s"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr(),
                                what);
    }

    private static String orName(@Nullable String message, IOException failure) {
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
