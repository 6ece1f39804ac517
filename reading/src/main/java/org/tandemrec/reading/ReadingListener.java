package org.tandemrec.reading;

/** Is told how far reading has come. Called on the reading thread. */
@FunctionalInterface
public interface ReadingListener {
    /** Hears nothing. */
    ReadingListener SILENT = (file, rows) -> {};

    /**
     * Some more rows were read.
     *
     * @param file the file that is being read
     * @param rows how many of its rows were met so far
     */
    void read(String file, long rows);
}
