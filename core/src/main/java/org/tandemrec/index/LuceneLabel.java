package org.tandemrec.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** What a Lucene index says of itself beside its commit. */
record LuceneLabel(String version, int dimension) {
    private static final String VERSION = "version";
    private static final String DIMENSION = "dimension";

    /** The label of the last commit. */
    static LuceneLabel latest(Directory directory, Path folder) throws IOException {
        return of(SegmentInfos.readLatestCommit(directory).getUserData(), folder);
    }

    private static LuceneLabel of(Map<String, String> data, Path folder) {
        String dimension = data.getOrDefault(DIMENSION, "");
        if (!data.containsKey(VERSION) || !dimension.matches("\\d{1,6}")) {
            throw StorageFailure.corrupt(
                    folder,
                    "the Lucene index does not say which bundle made it",
                    new IOException("no label"));
        }
        return new LuceneLabel(data.getOrDefault(VERSION, ""), Integer.parseInt(dimension));
    }

    Map<String, String> toMap() {
        return Map.of(VERSION, version, DIMENSION, Integer.toString(dimension));
    }
}
