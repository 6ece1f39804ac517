package org.tandemrec.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** The rows that a query with {@link TypedColumns} gives, one for each line of its file. */
final class QueryRows implements Rows {
    private static final int NO_COLUMN = -1;

    private final String file;
    private final ResultSet result;
    private final RowLedger ledger;
    private final Supplier<UnreadableLines> unreadable;
    private final int[] numberColumns;
    private final int[] textColumns;
    private long line;

    /**
     * The rows of a result.
     *
     * @param file its file's name, for messages
     * @param result the open result, which these rows close
     * @param wanted the columns it was asked for
     * @param ledger is told of every row
     * @param unreadable finds the lines that the query could not even give as such
     */
    QueryRows(
            String file,
            ResultSet result,
            List<Wanted> wanted,
            RowLedger ledger,
            Supplier<UnreadableLines> unreadable) {
        this.file = file;
        this.result = result;
        this.ledger = ledger;
        this.unreadable = unreadable;
        this.numberColumns = new int[wanted.size()];
        this.textColumns = new int[wanted.size()];
        int column = 2;
        for (int cell = 0; cell < wanted.size(); cell++) {
            boolean numbered = wanted.get(cell).form() != Wanted.Form.TEXT;
            numberColumns[cell] = numbered ? column++ : NO_COLUMN;
            textColumns[cell] = column++;
        }
    }

    /** Leaves out the first line that is not blank: it names the columns. */
    void skipHeader() {
        try {
            boolean blank = true;
            while (blank && result.next()) {
                line++;
                blank = "".equals(result.getString(1));
            }
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
    }

    @Override
    public boolean next() {
        try {
            while (result.next()) {
                line++;
                String defect = result.getString(1);
                if (defect == null) {
                    ledger.met();
                    return true;
                }
                if (!defect.isEmpty()) {
                    ledger.met();
                    ledger.reject(line, "", defect);
                }
            }
            return false;
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
        try {
            String text = result.getString(textColumns[cell]);
            if (text != null) {
                return text;
            }
            return numberColumns[cell] == NO_COLUMN ? "" : numberText(cell);
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
    }

    private String numberText(int cell) throws SQLException {
        Object number = result.getObject(numberColumns[cell]);
        boolean absent =
                number.equals(NO_INTEGER) || (number instanceof Double real && real.isNaN());
        return absent ? "" : number.toString();
    }

    @Override
    public long integer(int cell) {
        try {
            return result.getLong(numberColumns[cell]);
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
    }

    @Override
    public double number(int cell) {
        try {
            return result.getDouble(numberColumns[cell]);
        } catch (SQLException failure) {
            throw Database.unreadable(file, failure);
        }
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
