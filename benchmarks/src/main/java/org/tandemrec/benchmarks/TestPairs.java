package org.tandemrec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.Vocabularies;

/** The pairs of user and item that a test file, a CSV with the header {@code user,item}, holds. */
final class TestPairs {
    private static final String HEADER = "user,item";

    private final long[] sorted;

    private TestPairs(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Reads a test file.
     *
     * @throws BadInputException where it is missing or is no such file
     */
    static TestPairs read(Path file, Vocabularies vocabularies) {
        List<String> lines = linesOf(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new BadInputException(
                    "%s: first line is '%s', expected '%s'"
                            .formatted(file, lines.isEmpty() ? "" : lines.getFirst(), HEADER));
        }
        long[] pairs = new long[lines.size() - 1];
        for (int at = 1; at < lines.size(); at++) {
            pairs[at - 1] = pair(file, at + 1, lines.get(at), vocabularies);
        }
        Arrays.sort(pairs);
        return new TestPairs(pairs);
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s: cannot be read, expected a CSV of user,item".formatted(file), unreadable);
        }
    }

    private static long pair(Path file, int number, String line, Vocabularies vocabularies) {
        int comma = line.indexOf(',');
        if (comma < 0) {
            throw new BadInputException(
                    "%s:%d: found '%s', expected '%s'".formatted(file, number, line, HEADER));
        }
        return pair(
                vocabularies.userIds().rowOf(line.substring(0, comma)),
                vocabularies.itemIds().rowOf(line.substring(comma + 1)));
    }

    private static long pair(int userRow, int itemRow) {
        return (long) userRow << 32 | itemRow;
    }

    /** Whether the pair with these rows is one of them. */
    boolean contains(int userRow, int itemRow) {
        return Arrays.binarySearch(sorted, pair(userRow, itemRow)) >= 0;
    }
}
