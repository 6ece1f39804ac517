package org.tandemrec.reading.fetch;

import java.util.OptionalLong;

/** Is told how far a download has come. Called on the fetching thread. */
@FunctionalInterface
public interface FetchListener {
    /** Hears nothing. */
    FetchListener SILENT = (file, bytes, total) -> {};

    /**
     * Some more has arrived.
     *
     * @param file what is being downloaded
     * @param bytes how many of its bytes are there, those of an earlier attempt among them
     * @param total how many there will be, where the server says so
     */
    void received(String file, long bytes, OptionalLong total);
}
