package org.tandemrec.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of an index on disk: {@code exact.index}, or the folder {@code lucene}. A rebuild as
 * the other kind leaves the old one until the new one is committed.
 */
record IndexFolder(Path path) {
    Path exactFile() {
        return path.resolve("exact.index");
    }

    Path luceneFolder() {
        return path.resolve("lucene");
    }

    boolean holds(IndexKind kind) {
        return switch (kind) {
            case EXACT -> Files.isRegularFile(exactFile());
            case LUCENE -> holdsLucene();
        };
    }

    private boolean holdsLucene() {
        if (!Files.isDirectory(luceneFolder())) {
            return false;
        }
        try (DirectoryStream<Path> commits =
                Files.newDirectoryStream(luceneFolder(), "segments_*")) {
            return commits.iterator().hasNext();
        } catch (IOException e) {
            throw StorageFailure.reading(luceneFolder(), e);
        }
    }

    /** Makes the folder where it is missing. */
    void create() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw StorageFailure.writing(path, e);
        }
    }

    /**
     * Keeps other processes, and other indexes of this one, from writing here until the channel is
     * closed.
     */
    FileChannel lock() {
        create();
        Path file = path.resolve("write.lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw StorageFailure.writing(file, e);
        }
        throw busy(path, new IOException("locked"));
    }

    static IndexException busy(Path place, IOException cause) {
        return new IndexException(
                IndexException.Kind.BUSY,
                "%s is being written by another process; wait until it has finished"
                        .formatted(place),
                cause);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Deletes what an index of another kind has left here. */
    void keepOnly(IndexKind kind) {
        switch (kind) {
            case EXACT -> delete(luceneFolder());
            case LUCENE -> delete(exactFile());
        }
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> below = Files.walk(root)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw StorageFailure.writing(root, e);
        }
    }
}
