package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Rejection;

/** Keeps the account of one source's rows: how many were met, and which were rejected and why. */
final class RowLedger {
    private static final Comparator<Rejection> BY_LINE = Comparator.comparingLong(Rejection::line);

    private final ReadingOptions options;
    private final ReadingListener listener;
    private final List<Rejection> earlier = new ArrayList<>();
    private List<Rejection> ofFile = new ArrayList<>();
    private String file = "";
    private long rows;
    private long rowsOfFile;
    private long rejectedRows;

    RowLedger(ReadingOptions options, ReadingListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** The next rows come from this file. */
    void begin(String nextFile) {
        file = nextFile;
        ofFile = new ArrayList<>();
        rowsOfFile = 0;
    }

    /** A row was met. */
    void met() {
        rows++;
        rowsOfFile++;
        if (rowsOfFile % 100_000 == 0) {
            listener.read(file, rowsOfFile);
        }
    }

    /** The row that was met last is rejected. */
    void reject(long line, String column, String reason) {
        rejectedRows++;
        if (ofFile.size() < options.rejectedShown()) {
            ofFile.add(new Rejection(file, line, column, reason));
        }
    }

    /**
     * The file has ended.
     *
     * @param unreadable lines that never became rows; the lines noted so far were counted without
     *     them
     */
    void end(UnreadableLines unreadable) {
        List<Rejection> all = new ArrayList<>();
        unreadable.first().forEach(lost -> all.add(lost.in(file)));
        ofFile.forEach(rejection -> all.add(shifted(rejection, unreadable)));
        all.sort(BY_LINE);
        earlier.addAll(all);
        rows += unreadable.count();
        rejectedRows += unreadable.count();
        listener.read(file, rowsOfFile + unreadable.count());
    }

    private static Rejection shifted(Rejection rejection, UnreadableLines unreadable) {
        long line = rejection.line();
        for (UnreadableLines.Line lost : unreadable.first()) {
            if (lost.line() <= line) {
                line++;
            }
        }
        return new Rejection(rejection.file(), line, rejection.column(), rejection.reason());
    }

    /** Ends the account: stops where too much was rejected or nothing is left. */
    void close(String source) {
        if (rows == 0) {
            throw new BadInputException("%s has no rows, expected some %s".formatted(file, source));
        }
        if ((double) rejectedRows / rows > options.rejectedLimit()) {
            throw new BadInputException(
                    String.format(
                            Locale.ROOT,
                            "%d of %d rows of %s cannot be read (%.1f %%, allowed %.1f %%), the first: %s; 'tandem check' shows them, --rejected-limit allows more",
                            rejectedRows,
                            rows,
                            source,
                            100.0 * rejectedRows / rows,
                            100 * options.rejectedLimit(),
                            earlier.getFirst()));
        }
    }

    long rows() {
        return rows;
    }

    long rejectedRows() {
        return rejectedRows;
    }

    /** The first rejected rows, in the order of files and lines. */
    List<Rejection> rejected() {
        return earlier.subList(0, Math.min(earlier.size(), options.rejectedShown()));
    }
}
