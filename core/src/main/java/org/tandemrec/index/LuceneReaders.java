package org.tandemrec.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/**
 * The reader of the moment: searches keep the one they began with until they end, while a commit
 * brings in the next. Safe for use by any number of threads.
 */
final class LuceneReaders {
    /** Something asked of a reader. */
    interface Question<T> {
        T ask(DirectoryReader reader) throws IOException;
    }

    private final Path folder;
    private volatile Optional<DirectoryReader> current = Optional.empty();
    private volatile boolean closed;

    LuceneReaders(Path folder) {
        this.folder = folder;
    }

    /** Reads every byte of an index once, to trust it from then on. */
    static DirectoryReader openChecked(Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Asks the reader of the moment; empty where nothing was ever committed. */
    <T> Optional<T> ask(Question<T> question) {
        Optional<DirectoryReader> held = acquire();
        try {
            return held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(question.ask(held.orElseThrow()));
        } catch (IOException e) {
            throw LuceneFailure.reading(folder, e);
        } finally {
            held.ifPresent(this::release);
        }
    }

    private Optional<DirectoryReader> acquire() {
        while (true) {
            Expectations.checkOpen(closed);
            Optional<DirectoryReader> reader = current;
            // Otherwise the reader was replaced and closed between these two lines.
            if (reader.isEmpty() || reader.orElseThrow().tryIncRef()) {
                return reader;
            }
        }
    }

    private void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw LuceneFailure.reading(folder, e);
        }
    }

    /** Brings in the next reader. */
    void replace(DirectoryReader next) {
        Optional<DirectoryReader> last = current;
        current = Optional.of(next);
        last.ifPresent(this::release);
    }

    void checkOpen() {
        Expectations.checkOpen(closed);
    }

    void close() {
        if (!closed) {
            closed = true;
            current.ifPresent(this::release);
        }
    }
}
