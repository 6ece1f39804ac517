package org.tandemrec.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tandemrec.data.BadInputException;

/**
 * Keeps all others, in this process and in any other, from writing to a store until it is closed.
 * The system gives it back when a process dies.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * The lock of a store.
     *
     * @throws BadInputException where another holds it
     */
    static StoreLock of(Path store) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        store.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return new StoreLock(channel);
        }
        channel.close();
        throw new BadInputException(
                "%s: another tandem is writing to this store; wait for it or choose another folder with --store"
                        .formatted(store));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
