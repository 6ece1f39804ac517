package org.tandemrec.recommend;

import java.util.List;
import org.tandemrec.features.Attribute;

/**
 * A ranked list and what it rests on.
 *
 * @param bundle the id of the bundle that answered
 * @param index the kind of index that was searched
 * @param attributes how each thing said of the person was read
 * @param reasons what the list rests on, a line each
 * @param items best first
 */
public record Recommendations(
        String bundle,
        String index,
        List<Attribute> attributes,
        List<String> reasons,
        List<RankedItem> items) {
    public Recommendations {
        attributes = List.copyOf(attributes);
        reasons = List.copyOf(reasons);
        items = List.copyOf(items);
    }
}
