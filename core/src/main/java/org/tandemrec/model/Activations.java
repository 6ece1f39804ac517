package org.tandemrec.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/** The ids of the bundles activated so far, in a file of one id a line, the active one last. */
final class Activations {
    private final Path file;
    private final Path partial;

    Activations(Path store) {
        this.file = store.resolve("active");
        this.partial = store.resolve(".active");
    }

    Optional<String> active() {
        List<String> ids = read();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
    }

    /** The one before the active one. */
    Optional<String> previous() {
        List<String> ids = read();
        return ids.size() < 2 ? Optional.empty() : Optional.of(ids.get(ids.size() - 2));
    }

    /** Makes an id the active one, unless it is. */
    void add(String id) {
        if (!active().equals(Optional.of(id))) {
            replace(Stream.concat(read().stream(), Stream.of(id)).toList());
        }
    }

    /** Takes the active one off, so that the one before it is active. */
    void removeLast() {
        List<String> ids = read();
        replace(ids.subList(0, ids.size() - 1));
    }

    private List<String> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s: cannot be read (%s); delete it and run 'tandem models activate ID'"
                            .formatted(file, FailureReason.of(unreadable)),
                    unreadable);
        }
    }

    private void replace(List<String> ids) {
        try {
            Files.write(partial, ids);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new BadInputException(
                    "%s: cannot be written (%s); the active bundle is unchanged"
                            .formatted(file, FailureReason.of(failed)),
                    failed);
        }
    }
}
