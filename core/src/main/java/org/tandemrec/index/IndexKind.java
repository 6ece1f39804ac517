package org.tandemrec.index;

import java.util.Locale;

/** The engines that need no server. */
public enum IndexKind {
    /** {@link ExactIndex}. */
    EXACT,
    /** {@link LuceneIndex}. */
    LUCENE;

    /** Items up to which a scan of all of them answers fast enough: see docs/decisions/0022. */
    static final long MOST_FOR_EXACT = 50_000;

    /** The kind that suits so many items. */
    public static IndexKind forCount(long items) {
        return items <= MOST_FOR_EXACT ? EXACT : LUCENE;
    }

    /** The name that options, files and reports use: {@code exact}, {@code lucene}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
