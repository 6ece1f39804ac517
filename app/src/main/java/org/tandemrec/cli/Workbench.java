package org.tandemrec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.model.BundleContents;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;

/**
 * A model laid out as a bundle in a temporary folder, so that it can be checked and judged before
 * it gets its place in a store. The folder goes when the workbench is closed.
 */
final class Workbench implements AutoCloseable {
    private final Path folder;
    private final ModelBundle bundle;
    private final Embedder embedder;

    private Workbench(Path folder, ModelBundle bundle, Embedder embedder) {
        this.folder = folder;
        this.bundle = bundle;
        this.embedder = embedder;
    }

    /** Lays a model out and checks its export. */
    static Workbench of(TrainedModel model) {
        return of(model.contents(), model::checkExport);
    }

    /**
     * Lays a model out and checks its towers.
     *
     * @param check throws where they are not as they should be
     */
    static Workbench of(BundleContents contents, Consumer<Embedder> check) {
        Path folder = temporaryFolder();
        ModelStore store = ModelStore.at(folder);
        try (ModelStore.Writing writing = store.beginWriting()) {
            Manifest manifest = writing.write(contents, Clock.systemUTC());
            ModelBundle bundle = store.open(manifest.id());
            Embedder embedder = new Embedder(bundle);
            check.accept(embedder);
            return new Workbench(folder, bundle, embedder);
        } catch (RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    ModelBundle bundle() {
        return bundle;
    }

    Embedder embedder() {
        return embedder;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tandem-");
        } catch (IOException failed) {
            throw new BadInputException(
                    "no temporary folder can be made (%s); free some space or set TMPDIR"
                            .formatted(failed.getMessage()),
                    failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public void close() {
        embedder.close();
        delete(folder);
    }
}
