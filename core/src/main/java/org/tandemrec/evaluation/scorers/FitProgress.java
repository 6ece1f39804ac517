package org.tandemrec.evaluation.scorers;

/** Is told how far the learning of a baseline is; called from one thread. */
@FunctionalInterface
public interface FitProgress {
    /**
     * Some of the work is done.
     *
     * @param stage what is being done, a few words
     * @param done how much of it
     * @param total how much there is
     */
    void at(String stage, long done, long total);

    /** Tells nobody. */
    static FitProgress silent() {
        return (stage, done, total) -> {};
    }
}
