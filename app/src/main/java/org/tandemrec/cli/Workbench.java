package org.tandemrec.cli;

import java.time.Clock;
import java.util.function.Consumer;
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
    private final TemporaryFolder folder;
    private final ModelBundle bundle;
    private final Embedder embedder;

    private Workbench(TemporaryFolder folder, ModelBundle bundle, Embedder embedder) {
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
        TemporaryFolder folder = TemporaryFolder.make();
        ModelStore store = ModelStore.at(folder.path());
        try (ModelStore.Writing writing = store.beginWriting()) {
            Manifest manifest = writing.write(contents, Clock.systemUTC());
            ModelBundle bundle = store.open(manifest.id());
            Embedder embedder = new Embedder(bundle);
            check.accept(embedder);
            return new Workbench(folder, bundle, embedder);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    ModelBundle bundle() {
        return bundle;
    }

    Embedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        try (folder) {
            embedder.close();
        }
    }
}
