package org.tandemrec.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
 * process writes at a time; any number read.
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

    private ModelStore(Path folder) {
        this.folder = folder;
    }

    /** The store in a folder, which need not exist yet. */
    public static ModelStore at(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInputException("%s: a file, expected a store's folder".formatted(folder));
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
     * The right to write, held until closed.
     *
     * @throws BadInputException where another process holds it or the folder cannot be written
     */
    public Writing beginWriting() {
        try {
            Files.createDirectories(bundles());
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return new Writing(channel, lock(channel));
        } catch (AccessDeniedException denied) {
            throw new BadInputException(
                    "%s: not allowed to write here; choose another folder with --store"
                            .formatted(denied.getFile()),
                    denied);
        } catch (IOException failed) {
            throw new BadInputException(
                    "%s: cannot write here (%s); choose another folder with --store"
                            .formatted(folder, failed.getMessage()),
                    failed);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            throw busy();
        }
        channel.close();
        throw busy();
    }

    private BadInputException busy() {
        return new BadInputException(
                "%s: another tandem is writing to this store; wait for it or choose another folder with --store"
                        .formatted(folder));
    }

    /** The id of the active bundle. */
    public Optional<String> activeId() {
        List<String> activations = activations();
        return activations.isEmpty() ? Optional.empty() : Optional.of(activations.getLast());
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

    /** Every bundle's manifest, the oldest first. */
    public List<Manifest> list() {
        List<Manifest> manifests = new ArrayList<>();
        for (String id : ids()) {
            try {
                manifests.add(BundleCheck.manifest(bundles().resolve(id)));
            } catch (IOException unreadable) {
                throw new BadInputException(
                        "%s: %s cannot be read (%s)"
                                .formatted(
                                        bundles().resolve(id),
                                        BundleFiles.MANIFEST,
                                        unreadable.getMessage()),
                        unreadable);
            }
        }
        manifests.sort(Comparator.comparing(Manifest::created).thenComparing(Manifest::id));
        return manifests;
    }

    private String resolve(String prefix) {
        List<String> matching = ids().stream().filter(id -> id.startsWith(prefix)).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw new BadInputException(
                matching.isEmpty()
                        ? "bundle '%s' is not in %s; 'tandem models' lists what is%s"
                                .formatted(prefix, folder, Suggestion.hint(prefix, ids()))
                        : "bundle '%s' could be any of %s; give more of its id"
                                .formatted(prefix, String.join(", ", matching)));
    }

    private List<String> ids() {
        if (!Files.isDirectory(bundles())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(bundles())) {
            return folders.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s: cannot be read (%s)".formatted(bundles(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private List<String> activations() {
        Path file = folder.resolve("active");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s: cannot be read (%s)".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private Path bundles() {
        return folder.resolve("bundles");
    }

    /** The right to write to the store. */
    public final class Writing implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Writing(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        /**
         * Writes a bundle; it is there whole or not at all. It is not active yet.
         *
         * @throws BadInputException where the disk is full or cannot be written
         */
        public Manifest write(BundleContents contents, Clock clock) {
            Path partial = bundles().resolve(".partial");
            try {
                StoreFiles.delete(partial);
                return new BundleWriter(clock).write(contents, partial, bundles());
            } catch (IOException failed) {
                discard(partial, failed);
                throw new BadInputException(
                        "%s: bundle cannot be written (%s); nothing was changed"
                                .formatted(folder, failed.getMessage()),
                        failed);
            }
        }

        private static void discard(Path partial, IOException cause) {
            try {
                StoreFiles.delete(partial);
            } catch (IOException left) {
                cause.addSuppressed(left);
            }
        }

        /**
         * Makes a bundle the active one.
         *
         * @param id the bundle's id or the beginning of it
         * @return the whole id
         */
        public String activate(String id) {
            String whole = resolve(id);
            List<String> activations = new ArrayList<>(activations());
            if (activations.isEmpty() || !activations.getLast().equals(whole)) {
                activations.add(whole);
                replaceActivations(activations);
            }
            return whole;
        }

        /**
         * Makes the bundle active that was active before.
         *
         * @return its id
         * @throws BadInputException where there was none
         */
        public String rollback() {
            List<String> activations = new ArrayList<>(activations());
            if (activations.size() < 2) {
                throw new BadInputException(
                        "%s: no earlier bundle was active, nothing to roll back to"
                                .formatted(folder));
            }
            activations.removeLast();
            replaceActivations(activations);
            return activations.getLast();
        }

        private void replaceActivations(List<String> activations) {
            Path partial = folder.resolve(".active");
            try {
                Files.write(partial, activations);
                Files.move(
                        partial,
                        folder.resolve("active"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw new BadInputException(
                        "%s: cannot be written (%s); the active bundle is unchanged"
                                .formatted(folder, failed.getMessage()),
                        failed);
            }
        }

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException ignored) {
                throw new IllegalStateException("the lock of " + folder + " stays", ignored);
            }
        }
    }
}
