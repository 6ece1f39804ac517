package org.tandemrec.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.UnknownCode;

/**
 * The users or the items as a bundle has them, and how that becomes what a foreign tower reads.
 *
 * @param vocabularies by field, the ids first
 * @param table every user or item as codes
 * @param inputs one for each input of the foreign tower
 * @param unknowns what the tower makes of code 0, where it has no row for it
 */
record AdaptedSide(
        Map<String, Vocabulary> vocabularies,
        EncodedTable table,
        List<AdapterInput> inputs,
        Map<String, UnknownCode> unknowns) {
    AdaptedSide {
        vocabularies = Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
        inputs = List.copyOf(inputs);
        unknowns = Collections.unmodifiableMap(new LinkedHashMap<>(unknowns));
    }

    /** Whether code 0 of a field gives no vector. */
    boolean refuses(String field) {
        return unknowns.get(field) instanceof UnknownCode.Refused;
    }
}
