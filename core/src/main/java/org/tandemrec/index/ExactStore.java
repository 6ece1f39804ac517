package org.tandemrec.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Optional;

/** Where an exact index keeps what it commits. Used by one thread at a time. */
sealed interface ExactStore {
    /**
     * Starts a change and gives what it starts from; until {@link #end} nobody else may change the
     * store.
     */
    ExactSnapshot begin(ExactSnapshot current);

    /** Makes a snapshot durable. */
    void save(ExactSnapshot snapshot);

    /** Ends a change, saved or not; harmless without one. */
    void end();

    long bytes(ExactSnapshot snapshot);

    /** Nowhere: the index ends with its process. */
    record Memory() implements ExactStore {
        @Override
        public ExactSnapshot begin(ExactSnapshot current) {
            return current;
        }

        @Override
        public void save(ExactSnapshot snapshot) {}

        @Override
        public void end() {}

        @Override
        public long bytes(ExactSnapshot snapshot) {
            return (long) Float.BYTES * snapshot.vectors().tiles().length
                    + snapshot.ids().text().length;
        }
    }

    /** A file in a folder. */
    final class Folder implements ExactStore {
        private final IndexFolder folder;
        private Optional<FileChannel> lock = Optional.empty();
        private boolean replacing;

        /**
         * @param replacing whether the first save replaces whatever is in the folder, rather than
         *     changing it
         */
        Folder(IndexFolder folder, boolean replacing) {
            this.folder = folder;
            this.replacing = replacing;
        }

        @Override
        public ExactSnapshot begin(ExactSnapshot current) {
            if (lock.isPresent()) {
                return current;
            }
            lock = Optional.of(folder.lock());
            return replacing ? current : latest(current);
        }

        // Another process may have committed since this one opened the index.
        private ExactSnapshot latest(ExactSnapshot current) {
            ExactSnapshot latest = ExactFile.read(folder.exactFile());
            Expectations.check(
                    latest.version(), latest.dimension(), current.version(), current.dimension());
            return latest;
        }

        @Override
        public void save(ExactSnapshot snapshot) {
            ExactFile.write(folder.exactFile(), snapshot);
            if (replacing) {
                replacing = false;
                folder.keepOnly(IndexKind.EXACT);
            }
        }

        @Override
        public void end() {
            Optional<FileChannel> held = lock;
            lock = Optional.empty();
            held.ifPresent(this::release);
        }

        private void release(FileChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                throw StorageFailure.writing(folder.path(), e);
            }
        }

        @Override
        public long bytes(ExactSnapshot snapshot) {
            try {
                return Files.exists(folder.exactFile()) ? Files.size(folder.exactFile()) : 0;
            } catch (IOException e) {
                throw StorageFailure.reading(folder.exactFile(), e);
            }
        }
    }
}
