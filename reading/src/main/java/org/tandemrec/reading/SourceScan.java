package org.tandemrec.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tandemrec.data.Source;

/** Passes over the files of sources, one file after another, one row after another. */
final class SourceScan {
    private final Database database;
    private final DataFiles files;
    private final ReadingOptions options;

    SourceScan(Database database, DataFiles files, ReadingOptions options) {
        this.database = database;
        this.files = files;
        this.options = options;
    }

    /**
     * Passes over every row of a source.
     *
     * @param source the source
     * @param wanted the columns to read
     * @param ledger is told of every row
     * @param each is given the rows, standing at each row in turn
     */
    void scan(Source source, List<Wanted> wanted, RowLedger ledger, Consumer<Rows> each) {
        FilePass pass = passOver(source);
        for (DataFile file : files.matching(source.file())) {
            ledger.begin(file.name());
            try (Rows rows = pass.open(file, wanted, ledger)) {
                while (rows.next()) {
                    each.accept(rows);
                }
                ledger.end(rows.unreadable());
            }
        }
    }

    private FilePass passOver(Source source) {
        Optional<String> query = source.query();
        if (query.isPresent()) {
            return new QueryPass(database, source, query.get());
        }
        return switch (source.format().kind()) {
            case DELIMITED -> new DelimitedPass(database, source, options);
            case JSON_LINES -> new JsonLinesPass(database, source, options);
            case PARQUET -> new ParquetPass(database);
        };
    }
}
