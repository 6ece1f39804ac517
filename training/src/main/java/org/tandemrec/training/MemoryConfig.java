package org.tandemrec.training;

import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.vectors.Matrix;

/**
 * How to train the memory of preset {@code taste}: an encoder that reads what people did in its
 * order.
 *
 * @param share how much it counts beside the model over the whole history, which counts 1; 0 for no
 *     memory
 * @param width of its vectors, a multiple of 16
 * @param hidden width between memory and vector
 * @param longest events that it reads at most, the newest
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param batchRows events a step at most; an epoch has at least 16 steps where it can
 * @param negatives items that the next one is told from in a step, drawn where there are more
 * @param learningRate the highest rate
 * @param epochs passes over the events
 */
public record MemoryConfig(
        double share,
        int width,
        int hidden,
        int longest,
        double dropout,
        int batchRows,
        int negatives,
        double learningRate,
        int epochs) {
    private static final String SHARE = "memory-share";
    private static final String WIDTH = "memory-width";
    private static final String HIDDEN = "memory-hidden";
    private static final String LONGEST = "memory-longest";
    private static final String DROPOUT = "memory-dropout";
    private static final String BATCH_ROWS = "batch-rows";
    private static final String NEGATIVES = "negatives";
    private static final String LEARNING_RATE = "learning-rate";
    private static final String EPOCHS = "epochs";

    public MemoryConfig {
        Settings.check(SHARE, share, 0, 1000);
        Settings.check(WIDTH, width, Matrix.LANES, 1024);
        Settings.check(HIDDEN, hidden, 1, 4096);
        Settings.check(LONGEST, longest, 1, 4096);
        Settings.check(DROPOUT, dropout, 0, 0.9);
        Settings.check(BATCH_ROWS, batchRows, 1, 1 << 20);
        Settings.check(NEGATIVES, negatives, 1, 1 << 24);
        Settings.check(LEARNING_RATE, learningRate, 1e-8, 1);
        Settings.check(EPOCHS, epochs, 1, 10_000);
        if (width % Matrix.LANES != 0) {
            throw new BadInputException(
                    "%s is %d, expected a multiple of %d".formatted(WIDTH, width, Matrix.LANES));
        }
    }

    static MemoryConfig of(Settings settings) {
        return new MemoryConfig(
                settings.number(SHARE),
                settings.integer(WIDTH),
                settings.integer(HIDDEN),
                settings.integer(LONGEST),
                settings.number(DROPOUT),
                settings.integer(BATCH_ROWS),
                settings.integer(NEGATIVES),
                settings.number(LEARNING_RATE),
                settings.integer(EPOCHS));
    }

    boolean used() {
        return share > 0;
    }

    /** Adds every setting as text by key. */
    void putInto(Map<String, String> all) {
        all.put(SHARE, Settings.plain(share));
        all.put(WIDTH, Integer.toString(width));
        all.put(HIDDEN, Integer.toString(hidden));
        all.put(LONGEST, Integer.toString(longest));
        all.put(DROPOUT, Settings.plain(dropout));
        all.put(BATCH_ROWS, Integer.toString(batchRows));
        all.put(NEGATIVES, Integer.toString(negatives));
        all.put(LEARNING_RATE, Settings.plain(learningRate));
        all.put(EPOCHS, Integer.toString(epochs));
    }

    /** Adds what each setting means by key. */
    static void putMeaningsInto(Map<String, String> meanings) {
        meanings.put(SHARE, "how much the memory counts beside the first model, 0 for no memory");
        meanings.put(WIDTH, "width of the memory, a multiple of 16");
        meanings.put(HIDDEN, "width of the layer behind the memory");
        meanings.put(LONGEST, "events that the memory reads at most, the newest");
        meanings.put(DROPOUT, "how many numbers are dropped while training the memory");
        meanings.put(BATCH_ROWS, "events a step of the memory's training");
        meanings.put(NEGATIVES, "items that the next one is told from in a step");
        meanings.put(LEARNING_RATE, "highest rate of the memory's training");
        meanings.put(EPOCHS, "passes of the memory over the events");
    }
}
