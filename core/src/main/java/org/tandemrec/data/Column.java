package org.tandemrec.data;

/** One field's cells, in the order in which they were read. Immutable and safe for any thread. */
public sealed interface Column permits StringColumn, StringListColumn, NumberColumn, TimeColumn {
    /** How many cells there are. */
    int size();
}
