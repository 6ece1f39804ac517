package org.tandemrec.reading.sample;

/** Is told how far writing has come. Called on the writing thread. */
@FunctionalInterface
public interface SampleListener {
    /** Hears nothing. */
    SampleListener SILENT = (written, all) -> {};

    /** Some more interactions were written, of so many. */
    void wrote(long written, long all);
}
