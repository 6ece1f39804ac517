package org.tandemrec.reading;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/** The files of a folder. */
final class FolderFiles extends DataFiles {
    private static final int DEPTH = 3;
    private static final int MOST_FILES = 100_000;

    private final Path folder;
    private final List<String> names;

    private FolderFiles(Path folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    static FolderFiles of(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
            List<String> names =
                    paths.filter(Files::isRegularFile)
                            .limit(MOST_FILES)
                            .map(path -> folder.relativize(path).toString())
                            .map(name -> name.replace(File.separatorChar, '/'))
                            .sorted()
                            .toList();
            return new FolderFiles(folder, names);
        } catch (IOException | UncheckedIOException failure) {
            throw new BadInputException(
                    "%s cannot be read: %s".formatted(folder, failure.getMessage()), failure);
        }
    }

    @Override
    Path data() {
        return folder;
    }

    @Override
    Path root() {
        return folder;
    }

    @Override
    List<String> names() {
        return names;
    }

    @Override
    DataFile locate(String name) {
        Path path = folder.resolve(name);
        if (!Files.isReadable(path)) {
            throw new BadInputException("%s cannot be read; check its permissions".formatted(path));
        }
        return new DataFile(name, path);
    }

    @Override
    public void close() {
        // Nothing was opened: the files belong to their owner.
    }
}
