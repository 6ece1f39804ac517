package org.tandemrec.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a delimited file with quotes in it, whose cells may go on over several lines. */
final class QuotedRows implements Rows {
    private static final int MOST_LINES = 500;

    private final String file;
    private final ResultSet result;
    private final CellSplitter splitter;
    private final int expectedCells;
    private final int[] positions;
    private final RowLedger ledger;
    private final Supplier<UnreadableLines> unreadable;
    private final Deque<String> ahead = new ArrayDeque<>();
    private List<String> cells = List.of();
    private long linesTaken;
    private long line;

    /**
     * The rows of a result.
     *
     * @param file its file's name, for messages
     * @param result the open result with one column, the lines; these rows close it
     * @param splitter splits them
     * @param expectedCells how many cells a row has to have
     * @param positions for each wanted column the position of its cell
     * @param ledger is told of every row
     * @param unreadable finds the lines that the result leaves out
     */
    QuotedRows(
            String file,
            ResultSet result,
            CellSplitter splitter,
            int expectedCells,
            int[] positions,
            RowLedger ledger,
            Supplier<UnreadableLines> unreadable) {
        this.file = file;
        this.result = result;
        this.splitter = splitter;
        this.expectedCells = expectedCells;
        this.positions = positions;
        this.ledger = ledger;
        this.unreadable = unreadable;
    }

    /** Leaves out the first record, which names the columns. */
    void skipHeader() {
        record();
    }

    @Override
    public boolean next() {
        for (Optional<String> start = takeNonBlank(); start.isPresent(); start = takeNonBlank()) {
            line = linesTaken;
            ledger.met();
            Optional<List<String>> whole = complete(start.get());
            if (whole.isEmpty()) {
                ledger.reject(line, "", "has a quote that is never closed");
            } else if (whole.get().size() != expectedCells) {
                ledger.reject(line, "", wrongCount(whole.get().size()));
            } else {
                cells = whole.get();
                return true;
            }
        }
        return false;
    }

    private String wrongCount(int found) {
        return "has %d cells, expected %d".formatted(found, expectedCells);
    }

    private void record() {
        takeNonBlank().ifPresent(this::complete);
    }

    /** The cells of the record that starts with this line, with as many lines as it needs. */
    private Optional<List<String>> complete(String start) {
        Optional<List<String>> whole = splitter.split(start);
        if (whole.isPresent()) {
            return whole;
        }
        List<String> taken = new ArrayList<>();
        StringBuilder record = new StringBuilder(start);
        while (whole.isEmpty() && taken.size() < MOST_LINES) {
            Optional<String> more = take();
            if (more.isEmpty()) {
                break;
            }
            taken.add(more.get());
            record.append('\n').append(more.get());
            whole = more.get().indexOf('"') < 0 ? whole : splitter.splitLines(record.toString());
        }
        if (whole.isEmpty()) {
            giveBack(taken);
        }
        return whole;
    }

    private void giveBack(List<String> lines) {
        lines.reversed().forEach(ahead::addFirst);
        linesTaken -= lines.size();
    }

    private Optional<String> takeNonBlank() {
        Optional<String> next = take();
        while (next.isPresent() && next.get().isEmpty()) {
            next = take();
        }
        return next;
    }

    private Optional<String> take() {
        Optional<String> next = ahead.isEmpty() ? fetch() : Optional.of(ahead.removeFirst());
        linesTaken += next.isPresent() ? 1 : 0;
        return next;
    }

    private Optional<String> fetch() {
        try {
            if (!result.next()) {
                return Optional.empty();
            }
            @Nullable String text = result.getString(1);
            return Optional.of(text == null ? "" : text);
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String text(int cell) {
        return cells.get(positions[cell]);
    }

    @Override
    public long integer(int cell) {
        return Numbers.integer(text(cell));
    }

    @Override
    public double number(int cell) {
        return Numbers.number(text(cell));
    }

    @Override
    public UnreadableLines unreadable() {
        return unreadable.get();
    }

    @Override
    public void close() {
        try {
            result.close();
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
    }
}
