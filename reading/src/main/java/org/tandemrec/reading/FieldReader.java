package org.tandemrec.reading;

import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Column;

/**
 * Reads one field of users or items and gathers its column. A row is read by all fields before it
 * is kept by any, so that a rejected row leaves nothing behind.
 */
interface FieldReader {
    /** The columns this field is read from. */
    List<Wanted> wanted();

    /**
     * Reads the field in a row and holds what was found.
     *
     * @param rows standing at the row
     * @param first the cell where this field's wanted columns begin
     * @return what is wrong with it
     */
    Optional<CellProblem> read(Rows rows, int first);

    /** Appends what was read last. */
    void keep();

    /** Appends a cell that is missing. */
    void keepMissing();

    /** Everything that was kept. */
    Column column();
}
