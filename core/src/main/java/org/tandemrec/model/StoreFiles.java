package org.tandemrec.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes folders. */
final class StoreFiles {
    private StoreFiles() {}

    /** Deletes a file, or a folder with everything in it; nothing where there is neither. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        for (Path each : deepestFirst(path)) {
            Files.delete(each);
        }
    }

    private static List<Path> deepestFirst(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
