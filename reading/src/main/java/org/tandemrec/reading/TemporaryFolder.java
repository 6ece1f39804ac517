package org.tandemrec.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is gone when it is closed, or when the process ends before that, unless it was
 * moved away.
 */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread atExit;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(() -> delete(path), "remove-temporary-folder");
    }

    /** A folder in the system's place for such. */
    public static TemporaryFolder create() {
        try {
            return watched(Files.createTempDirectory("tandem-"));
        } catch (IOException failure) {
            throw new UncheckedIOException("no temporary folder can be made", failure);
        }
    }

    /**
     * A folder beside a path, so that what is written to it can be moved there at once.
     *
     * @throws IOException where that place cannot be written
     */
    public static TemporaryFolder beside(Path target) throws IOException {
        Path parent = target.toAbsolutePath().normalize().resolveSibling(".").normalize();
        Files.createDirectories(parent);
        return watched(Files.createTempDirectory(parent, ".tandem-"));
    }

    private static TemporaryFolder watched(Path path) {
        TemporaryFolder folder = new TemporaryFolder(path);
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException endingAlready) {
            // The hook is running or has run: the folder is its business now.
            return;
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException alreadyGone) {
            // What is left lies in the system's temporary folder; there is nobody to tell.
            return;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
