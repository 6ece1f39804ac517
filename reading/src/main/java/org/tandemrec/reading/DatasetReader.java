package org.tandemrec.reading;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.ReadingReport;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Rejection;
import org.tandemrec.data.ValueScale;

/**
 * Reads files into a {@link Dataset}. The same files give the same dataset, in the order of the
 * files. An instance can be used again, by one thread at a time.
 */
public final class DatasetReader {
    private final ReadingOptions options;
    private final ReadingListener listener;

    /**
     * A reader.
     *
     * @param options how strictly to read
     * @param listener is told how far reading has come
     */
    public DatasetReader(ReadingOptions options, ReadingListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Reads data.
     *
     * @param data a folder or a zip
     * @param recipe what the files are; empty where it shall be recognised from them
     * @throws BadInputException where the data is missing, is not what the recipe says, or too many
     *     of its rows cannot be read
     */
    public Dataset read(Path data, Optional<Recipe> recipe) {
        try (TemporaryFolder scratch = TemporaryFolder.create();
                DataFiles files = DataFiles.open(data)) {
            Recipe known = recipe.orElseGet(() -> Recipes.recognise(files));
            List<Path> folders = List.of(files.root().toAbsolutePath().normalize());
            try (Database database = Database.open(folders, scratch.path())) {
                return read(known, new SourceScan(database, files, options));
            }
        }
    }

    private Dataset read(Recipe recipe, SourceScan scan) {
        RowLedger userLedger = new RowLedger(options, listener);
        RowLedger itemLedger = new RowLedger(options, listener);
        RowLedger interactionLedger = new RowLedger(options, listener);
        EntityTable users = EntityTable.ofIdsAlone();
        if (recipe.users().isPresent()) {
            users = EntityTable.read(recipe.users().get(), scan, userLedger);
            userLedger.close("users");
        }
        EntityTable items = EntityTable.read(recipe.items(), scan, itemLedger);
        itemLedger.close("items");
        InteractionTable table =
                new InteractionTable(
                        recipe.interactions(), recipe.scale(), users, items, interactionLedger);
        table.read(scan);
        interactionLedger.close("interactions");
        return dataset(
                recipe, users, items, table, List.of(userLedger, itemLedger, interactionLedger));
    }

    private Dataset dataset(
            Recipe recipe,
            EntityTable users,
            EntityTable items,
            InteractionTable table,
            List<RowLedger> ledgers) {
        int[] rows = table.lastOfEachPair();
        Interactions interactions = table.interactions(rows);
        ValueScale scale = recipe.scale().orElseGet(() -> FoundScale.of(interactions));
        ReadingReport report = report(ledgers, notices(recipe, table, rows));
        return new Dataset(recipe, users.entities(), items.entities(), interactions, scale, report);
    }

    private static Map<String, Long> notices(Recipe recipe, InteractionTable table, int[] rows) {
        Map<String, Long> notices = new LinkedHashMap<>();
        notices.put(
                "repeated interactions, of which the last is kept",
                (long) table.size() - rows.length);
        notices.put("users without interactions", table.usersWithout(rows));
        notices.put("items without interactions", table.itemsWithout(rows));
        if (recipe.users().isPresent()) {
            notices.put("users whose attributes are not known", (long) table.usersAdded());
        }
        notices.values().removeIf(count -> count == 0);
        return notices;
    }

    private ReadingReport report(List<RowLedger> ledgers, Map<String, Long> notices) {
        List<Rejection> rejected =
                ledgers.stream()
                        .flatMap(ledger -> ledger.rejected().stream())
                        .limit(options.rejectedShown())
                        .toList();
        return new ReadingReport(
                ledgers.stream().mapToLong(RowLedger::rows).sum(),
                ledgers.stream().mapToLong(RowLedger::rejectedRows).sum(),
                rejected,
                notices);
    }
}
