package org.tandemrec.evaluation.splits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.StringColumn;

/**
 * Holds out what a test file names: pairs, all interactions of users or of items, or the last of
 * each user's sequence; the header says which.
 */
record TestFileSplit(Path test, Optional<Path> candidates) implements SplitPlan {
    @Override
    public Split split(Dataset dataset, long seed) {
        DelimitedFile file = DelimitedFile.open(test, TestFileLayout.NAMES);
        TestFileLayout layout = TestFileLayout.of(file);
        Split split =
                switch (layout.meaning(file)) {
                    case PAIRS -> pairs(file, layout, dataset);
                    case USERS -> users(file, layout, dataset);
                    case ITEMS -> items(file, layout, dataset);
                    case SEQUENCES -> SequenceSplit.of(file, layout, dataset, name(file));
                };
        return candidates.map(path -> CandidatesFile.beside(split, path)).orElse(split);
    }

    private static String name(DelimitedFile file) {
        return "test:" + file.name();
    }

    private static Split pairs(DelimitedFile file, TestFileLayout layout, Dataset dataset) {
        FilePairs pairs = FilePairs.read(file, layout, dataset.interactions());
        int[] places = pairs.placeOfRow(dataset.interactions());
        boolean[] heldOut = new boolean[places.length];
        int found = 0;
        for (int row = 0; row < places.length; row++) {
            heldOut[row] = places[row] >= 0;
            found += heldOut[row] ? 1 : 0;
        }
        String counts = pairs.counts(found);
        requireSome(found, file, counts);
        Parts parts = Parts.holdingOut(dataset, heldOut, name(file));
        return new Split(
                SplitKind.KNOWN,
                name(file),
                "the %d interactions of %s are held out".formatted(found, file.name()),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.All(),
                List.of(notice(file, "pairs", counts)));
    }

    static void requireSome(long found, DelimitedFile file, String counts) {
        if (found == 0) {
            throw new BadInputException(
                    "%s (%s) names nothing of this data: %s; is it a test file of other data?"
                            .formatted(file.name(), file.writing(), counts));
        }
    }

    static String notice(DelimitedFile file, String what, String counts) {
        return "read %s as %s (%s): %s".formatted(file.name(), what, file.writing(), counts);
    }

    private static Split users(DelimitedFile file, TestFileLayout layout, Dataset dataset) {
        Set<String> named = ids(file, layout.user().orElseThrow());
        Set<String> cold = known(named, dataset.interactions().users());
        String counts = counts(named, cold, "users");
        requireSome(cold.size(), file, counts);
        String notice = notice(file, "cold users", counts);
        return ColdUsersSplit.of(dataset, cold, name(file), List.of(notice));
    }

    private static Split items(DelimitedFile file, TestFileLayout layout, Dataset dataset) {
        Set<String> named = ids(file, layout.item().orElseThrow());
        Set<String> cold = known(named, dataset.interactions().items());
        String counts = counts(named, cold, "items");
        requireSome(cold.size(), file, counts);
        String notice = notice(file, "cold items", counts);
        return ColdItemsSplit.of(dataset, cold, name(file), List.of(notice));
    }

    private static Set<String> ids(DelimitedFile file, int column) {
        Set<String> ids = new TreeSet<>();
        file.forEach((line, cells) -> ids.add(cells.get(column)));
        return ids;
    }

    private static Set<String> known(Set<String> named, StringColumn column) {
        Set<String> known = new TreeSet<>(named);
        known.retainAll(new HashSet<>(column.dictionary()));
        return known;
    }

    private static String counts(Set<String> named, Set<String> known, String what) {
        List<String> unknown = new ArrayList<>(named);
        unknown.removeAll(known);
        String counts =
                "%d of %d %s have interactions in this data"
                        .formatted(known.size(), named.size(), what);
        return unknown.isEmpty()
                ? counts
                : counts + ", '%s' for one has none".formatted(unknown.getFirst());
    }
}
