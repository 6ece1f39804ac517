package org.tandemrec.reading;

import java.util.List;

/** Reads Parquet files. */
final class ParquetPass implements FilePass {
    private final Database database;

    ParquetPass(Database database) {
        this.database = database;
    }

    @Override
    public Rows open(DataFile file, List<Wanted> wanted, RowLedger ledger) {
        String table = "read_parquet(%s)".formatted(Sql.text(file.path().toString()));
        return new TablePass(database, file)
                .open(table, wanted, ledger, () -> UnreadableLines.NONE);
    }
}
