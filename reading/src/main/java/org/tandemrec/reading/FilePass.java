package org.tandemrec.reading;

import java.util.List;

/** Starts a pass over one file of a source. */
interface FilePass {
    /**
     * Opens the file.
     *
     * @param file what to read
     * @param wanted the columns to read, in the order in which the rows shall give them
     * @param ledger is told of every row and of the rejected ones
     */
    Rows open(DataFile file, List<Wanted> wanted, RowLedger ledger);
}
