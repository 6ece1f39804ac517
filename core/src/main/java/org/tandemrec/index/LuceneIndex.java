package org.tandemrec.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * An index on disk that finds nearly all of the true neighbours without comparing every item:
 * Lucene's graph of vectors. How nearly is said by a {@link SearchEffort}. Filters work inside the
 * walk; where they are narrow, and where the index is small, the answer is exact.
 *
 * <p>An open index shows what was committed when it was opened and what it has committed itself,
 * not what another process committed since.
 */
public final class LuceneIndex implements VectorIndex {
    /** What Lucene's format takes. */
    private static final int MOST_DIMENSIONS = 1_024;

    private final IndexFolder folder;
    private final Directory directory;
    private final LuceneLabel label;
    private final SearchEffort effort;
    private final LuceneReaders readers;
    private Optional<LuceneWriter> change = Optional.empty();
    private boolean replacing;

    private LuceneIndex(
            IndexFolder folder, Directory directory, LuceneLabel label, SearchEffort effort) {
        this.folder = folder;
        this.directory = directory;
        this.label = label;
        this.effort = effort;
        this.readers = new LuceneReaders(folder.luceneFolder());
    }

    /** An empty index whose first commit replaces whatever index is in the folder. */
    static LuceneIndex create(
            IndexFolder folder, String version, int dimension, SearchEffort effort) {
        if (dimension > MOST_DIMENSIONS) {
            throw new IndexException(
                    IndexException.Kind.WRONG_DIMENSION,
                    "a lucene index takes at most %d dimensions, the bundle makes %d; choose exact"
                            .formatted(MOST_DIMENSIONS, dimension));
        }
        LuceneIndex index =
                new LuceneIndex(
                        folder, directory(folder), new LuceneLabel(version, dimension), effort);
        index.replacing = true;
        return index;
    }

    /**
     * The index in a folder, of whatever version it is; fails where a single bit of it is not as it
     * was written.
     */
    static LuceneIndex open(IndexFolder folder, SearchEffort effort) {
        Directory directory = directory(folder);
        try {
            LuceneLabel label = LuceneLabel.latest(directory, folder.luceneFolder());
            LuceneIndex index = new LuceneIndex(folder, directory, label, effort);
            index.readers.replace(LuceneReaders.openChecked(directory));
            return index;
        } catch (IOException e) {
            throw LuceneFailure.reading(folder.luceneFolder(), e);
        }
    }

    private static Directory directory(IndexFolder folder) {
        folder.create();
        try {
            return new MMapDirectory(folder.luceneFolder());
        } catch (IOException e) {
            throw StorageFailure.writing(folder.luceneFolder(), e);
        }
    }

    @Override
    public String kind() {
        return IndexKind.LUCENE.label();
    }

    @Override
    public String version() {
        return label.version();
    }

    @Override
    public int dimension() {
        return label.dimension();
    }

    @Override
    public long count() {
        return readers.ask(DirectoryReader::numDocs).orElse(0);
    }

    @Override
    public long bytes() {
        readers.checkOpen();
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            return bytes;
        } catch (IOException e) {
            throw LuceneFailure.reading(folder.luceneFolder(), e);
        }
    }

    @Override
    public synchronized void put(List<IndexedItem> items) {
        Expectations.checkItems(items, dimension());
        change(writer -> writer.put(items));
    }

    @Override
    public synchronized void remove(Collection<String> ids) {
        change(writer -> writer.remove(ids));
    }

    @Override
    public synchronized void commit() {
        change(writer -> writer.commit(label.toMap()));
        endChange();
        if (replacing) {
            replacing = false;
            folder.keepOnly(IndexKind.LUCENE);
        }
        try {
            readers.replace(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw LuceneFailure.reading(folder.luceneFolder(), e);
        }
    }

    /** A step of a change. */
    private interface Step {
        void apply(LuceneWriter writer) throws IOException;
    }

    private void change(Step step) {
        readers.checkOpen();
        try {
            step.apply(begun());
        } catch (IOException e) {
            endChange();
            throw LuceneFailure.writing(folder.luceneFolder(), e);
        }
    }

    private LuceneWriter begun() throws IOException {
        if (change.isEmpty()) {
            change = Optional.of(LuceneWriter.begin(folder, directory, replacing));
            checkLatest();
        }
        return change.orElseThrow();
    }

    // Another process may have replaced the index since this one opened it.
    private void checkLatest() throws IOException {
        if (!replacing) {
            LuceneLabel latest = LuceneLabel.latest(directory, folder.luceneFolder());
            Expectations.check(latest.version(), latest.dimension(), version(), dimension());
        }
    }

    private void endChange() {
        Optional<LuceneWriter> ended = change;
        change = Optional.empty();
        try {
            if (ended.isPresent()) {
                ended.orElseThrow().close();
            }
        } catch (IOException e) {
            throw LuceneFailure.writing(folder.luceneFolder(), e);
        }
    }

    @Override
    public List<Hit> search(SearchRequest request) {
        Deadline deadline = Deadline.in(request.deadline());
        Expectations.checkQuery(request, dimension());
        return readers.ask(reader -> new LuceneSearch(reader, request, effort, deadline).hits())
                .orElse(List.of());
    }

    @Override
    public Optional<DenseVector> vectorOf(String id) {
        return readers.ask(reader -> LuceneDocuments.vectorOf(reader, id)).flatMap(it -> it);
    }

    @Override
    public synchronized void close() {
        endChange();
        readers.close();
        try {
            directory.close();
        } catch (IOException e) {
            throw LuceneFailure.reading(folder.luceneFolder(), e);
        }
    }
}
