package org.tandemrec.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemrec.recommend.Query;
import picocli.CommandLine.Option;

/** Which items may stand in a list, and how many. */
final class ItemOptions {
    @Option(
            names = "--where",
            paramLabel = "NAME=VALUE",
            description = "What an item must be, by the recipe's field name.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Option(names = "--exclude", paramLabel = "ID", split = ",", description = "Items not wanted.")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--among",
            paramLabel = "ID",
            split = ",",
            description = "Rank these items only.")
    private List<String> among = new ArrayList<>();

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many items (default: ${DEFAULT-VALUE}).")
    private int count = 5;

    /**
     * The query with these limits.
     *
     * @param named further filters, by field name
     */
    Query narrow(Query query, Map<String, String> named) {
        Map<String, String> all = new LinkedHashMap<>(where);
        all.putAll(named);
        return query.where(all).exclude(Set.copyOf(exclude)).among(Set.copyOf(among)).top(count);
    }
}
