package org.tandemrec.evaluation;

/** Is told how far the judging is; called from one thread, often. */
@FunctionalInterface
public interface EvaluationProgress {
    /**
     * Some of the work is done.
     *
     * @param stage what is being done, a few words
     * @param done how much of it
     * @param total how much there is
     */
    void at(String stage, long done, long total);

    /** Tells nobody. */
    static EvaluationProgress silent() {
        return (stage, done, total) -> {};
    }
}
