package org.tandemrec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/**
 * A new folder among the system's temporary ones, which goes with all that is in it when it is
 * closed.
 */
record TemporaryFolder(Path path) implements AutoCloseable {
    static TemporaryFolder make() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("tandem-"));
        } catch (IOException failed) {
            throw new BadInputException(
                    "no temporary folder can be made (%s); free some space or set TMPDIR"
                            .formatted(failed.getMessage()),
                    failed);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
