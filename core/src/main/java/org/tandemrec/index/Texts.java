package org.tandemrec.index;

import java.nio.charset.StandardCharsets;

/**
 * What an id, a keyword or a field's name may be: text that every engine can keep and give back
 * unchanged.
 */
final class Texts {
    /** Characters that fit; Lucene's terms end at 32,766 bytes, Milvus' keys at fewer. */
    static final int LONGEST = 1_024;

    private static final int SHOWN = 40;

    private Texts() {}

    /** Refuses a text that is empty, too long or half a surrogate pair. */
    static void check(String role, String text) {
        if (text.isEmpty()) {
            throw invalid("%s is empty, expected at least one character".formatted(role));
        }
        if (text.length() > LONGEST) {
            throw invalid(
                    "%s '%s…' has %d characters, expected at most %d"
                            .formatted(role, text.substring(0, SHOWN), text.length(), LONGEST));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw invalid(
                    "%s '%s' has half a surrogate pair, expected valid Unicode"
                            .formatted(role, text));
        }
    }

    private static IndexException invalid(String message) {
        return new IndexException(IndexException.Kind.INVALID, message);
    }
}
