package org.tandemrec.evaluation.splits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which items are ranked for a user. */
public sealed interface RankedItems {
    /** All items of the catalogue the user has not met. */
    record All() implements RankedItems {}

    /**
     * Of these items, those the user has not met.
     *
     * @param ids the items
     */
    record Only(Set<String> ids) implements RankedItems {
        public Only {
            ids = Collections.unmodifiableSet(new TreeSet<>(ids));
        }
    }

    /**
     * The held-out items of the user among some others, met or not.
     *
     * @param others for each user the items that stand beside the held-out ones
     */
    record Candidates(Map<String, List<String>> others) implements RankedItems {
        public Candidates {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            others.forEach((user, items) -> copy.put(user, List.copyOf(items)));
            others = Collections.unmodifiableMap(copy);
        }
    }
}
