package org.tandemrec.milvus;

import io.milvus.v2.common.ConsistencyLevel;
import java.util.Locale;

/**
 * How fresh an answer must be. Whatever is chosen, an index sees what it committed itself; the
 * choice is about what other programs write.
 */
public enum MilvusConsistency {
    /** Sees every write that ended before the search began; waits for the server's next tick. */
    STRONG(ConsistencyLevel.STRONG),
    /** Sees what this process wrote. */
    SESSION(ConsistencyLevel.SESSION),
    /** Sees everything but the last five seconds; does not wait. */
    BOUNDED(ConsistencyLevel.BOUNDED),
    /** Sees what happens to be there, also just after a restart. */
    EVENTUALLY(ConsistencyLevel.EVENTUALLY);

    private final ConsistencyLevel level;

    MilvusConsistency(ConsistencyLevel level) {
        this.level = level;
    }

    /** The name that settings use: {@code bounded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    ConsistencyLevel level() {
        return level;
    }
}
