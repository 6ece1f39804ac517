package org.tandemrec.evaluation.splits;

/** What a split asks of a recommender. */
public enum SplitKind {
    /** Other interactions of people and items that are known. */
    KNOWN,
    /** What known people do next. */
    NEXT,
    /** What people do of whom only attributes are known. */
    COLD_USERS,
    /** Which people like items of which only attributes are known. */
    COLD_ITEMS
}
