package org.tandemrec.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;

/**
 * A folder of bundles, one of which is active. Activation is atomic and can be rolled back. One
 * process writes at a time; any number read. Safe for any thread.
 *
 * <pre>
 * bundles/ID/   the bundles
 * indexes/ID/   what is made from a bundle's vectors, by the index
 * active        the ids activated so far, one a line, the last one active
 * lock          held while somebody writes
 * </pre>
 */
public final class ModelStore {
    private final Path folder;
    private final Activations activations;

    private ModelStore(Path folder) {
        this.folder = folder;
        this.activations = new Activations(folder);
    }

    /**
     * The store in a folder, which need not exist yet.
     *
     * @throws BadInputException where a file is in its place
     */
    public static ModelStore at(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInputException(
                    "%s: a file, expected a store's folder; choose another with --store"
                            .formatted(folder));
        }
        return new ModelStore(folder);
    }

    public Path folder() {
        return folder;
    }

    /** The folder for what an index keeps of a bundle. */
    public Path indexFolder(String bundleId) {
        return folder.resolve("indexes").resolve(bundleId);
    }

    /**
     * The right to write, held until closed. What a writer that was killed left half-done is
     * cleared away.
     *
     * @throws BadInputException where another process holds it or the folder cannot be written
     */
    public Writing beginWriting() {
        try {
            Files.createDirectories(bundles());
            Writing writing = new Writing(StoreLock.of(folder));
            StoreFiles.delete(partial());
            return writing;
        } catch (IOException failed) {
            throw new BadInputException(
                    "%s: cannot write here (%s); choose another folder with --store"
                            .formatted(folder, FailureReason.of(failed)),
                    failed);
        }
    }

    /** The id of the active bundle. */
    public Optional<String> activeId() {
        return activations.active();
    }

    /**
     * The active bundle.
     *
     * @throws BadInputException where there is none or it is broken
     */
    public ModelBundle openActive() {
        return open(
                activeId()
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                "%s: no active bundle; run 'tandem quickstart' or 'tandem train --data PATH' first"
                                                        .formatted(folder))));
    }

    /**
     * A bundle by its id or the beginning of it.
     *
     * @throws BadInputException where there is none or it is broken
     */
    public ModelBundle open(String id) {
        return ModelBundle.open(bundles().resolve(resolve(id)));
    }

    /** The manifests of the bundles, the oldest first; without the {@link #damaged} ones. */
    public List<Manifest> list() {
        return manifests(new ArrayList<>());
    }

    /** One line for each bundle whose manifest is damaged or of a newer format. */
    public List<String> damaged() {
        List<String> lines = new ArrayList<>();
        manifests(lines);
        return lines;
    }

    private List<Manifest> manifests(List<String> damaged) {
        List<Manifest> manifests = new ArrayList<>();
        for (String id : ids()) {
            try {
                manifests.add(BundleCheck.readManifest(bundles().resolve(id)));
            } catch (BadInputException broken) {
                damaged.add(String.valueOf(broken.getMessage()));
            }
        }
        manifests.sort(Comparator.comparing(Manifest::created).thenComparing(Manifest::id));
        return List.copyOf(manifests);
    }

    private String resolve(String prefix) {
        List<String> ids = ids();
        List<String> matching = ids.stream().filter(id -> id.startsWith(prefix)).toList();
        if (prefix.isEmpty() || matching.isEmpty()) {
            throw new BadInputException(
                    "bundle '%s' is not in %s; 'tandem models' lists what is%s"
                            .formatted(prefix, folder, Suggestion.hint(prefix, ids)));
        }
        if (matching.size() > 1) {
            throw new BadInputException(
                    "bundle '%s' could be any of %s; give more of its id"
                            .formatted(prefix, String.join(", ", matching)));
        }
        return matching.getFirst();
    }

    private List<String> ids() {
        if (!Files.isDirectory(bundles())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(bundles())) {
            return folders.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private BadInputException unreadable(IOException failure) {
        return new BadInputException(
                "%s: cannot be read (%s)".formatted(bundles(), FailureReason.of(failure)), failure);
    }

    private Path bundles() {
        return folder.resolve("bundles");
    }

    private Path partial() {
        return bundles().resolve(".partial");
    }

    /** The right to write to the store; for one thread at a time. */
    public final class Writing implements AutoCloseable {
        private final StoreLock lock;

        private Writing(StoreLock lock) {
            this.lock = lock;
        }

        /**
         * Writes a bundle; it is there whole or not at all. It is not active yet. A bundle of the
         * same contents that is there already stays as it is.
         *
         * @param clock for the manifest's {@link Manifest#created}
         * @throws BadInputException where the disk is full or cannot be written
         */
        public Manifest write(BundleContents contents, Clock clock) {
            try {
                return new BundleWriter(clock).write(contents, partial(), bundles());
            } catch (IOException failed) {
                discard(failed);
                throw new BadInputException(
                        "%s: bundle cannot be written (%s); nothing was changed"
                                .formatted(folder, FailureReason.of(failed)),
                        failed);
            }
        }

        private void discard(IOException cause) {
            try {
                StoreFiles.delete(partial());
            } catch (IOException left) {
                cause.addSuppressed(left);
            }
        }

        /**
         * Makes a bundle the active one.
         *
         * @param id the bundle's id or the beginning of it
         * @return the whole id
         * @throws BadInputException where there is none or it is broken
         */
        public String activate(String id) {
            String whole = open(id).id();
            activations.add(whole);
            return whole;
        }

        /**
         * Makes the bundle active that was active before.
         *
         * @return its id
         * @throws BadInputException where there was none or it is broken
         */
        public String rollback() {
            String previous =
                    activations
                            .previous()
                            .orElseThrow(
                                    () ->
                                            new BadInputException(
                                                    "%s: no earlier bundle was active, nothing to roll back to"
                                                            .formatted(folder)));
            open(previous);
            activations.removeLast();
            return previous;
        }

        @Override
        public void close() {
            try {
                lock.close();
            } catch (IOException stays) {
                throw new UncheckedIOException("the lock of " + folder + " stays", stays);
            }
        }
    }
}
