package org.tandemrec.cli;

import java.util.function.Consumer;
import org.tandemrec.index.VectorIndex;

/**
 * An index that is being judged.
 *
 * @param afterwards removes it where it was made for that; run once it is closed
 */
record JudgedIndex(VectorIndex index, Runnable afterwards) implements AutoCloseable {
    /** One that is there and stays. */
    static JudgedIndex existing(VectorIndex index) {
        return new JudgedIndex(index, () -> {});
    }

    /** One that was made for being judged, filled here. */
    static JudgedIndex filled(
            VectorIndex empty, Consumer<VectorIndex> filling, Runnable afterwards) {
        JudgedIndex made = new JudgedIndex(empty, afterwards);
        try {
            filling.accept(empty);
            return made;
        } catch (RuntimeException failed) {
            made.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        index.close();
        afterwards.run();
    }
}
