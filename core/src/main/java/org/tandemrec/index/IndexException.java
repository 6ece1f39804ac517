package org.tandemrec.index;

/**
 * Any failure of an index. The message is one line: what was found, what was expected, the way out.
 */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers that act on it. */
    public enum Kind {
        /** There is no index at the place. */
        MISSING,
        /** The index was made by another bundle. */
        WRONG_VERSION,
        /** A vector, or the index, has another number of dimensions than was expected. */
        WRONG_DIMENSION,
        /** An item or a request that no index can take. */
        INVALID,
        /** What lies on disk is damaged, or of a newer format. */
        CORRUPT,
        /** The disk is full, read-only, or failed. */
        STORAGE,
        /** Another process is writing to the index. */
        BUSY,
        /** The answer took longer than its deadline. */
        TIMEOUT,
        /** The index is closed, or its server cannot be reached. */
        UNAVAILABLE
    }

    private final Kind kind;

    public IndexException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public IndexException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
