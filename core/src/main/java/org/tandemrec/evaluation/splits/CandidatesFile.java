package org.tandemrec.evaluation.splits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Interactions;

/**
 * Reads for each user the items that are ranked beside the held-out ones: a line holds the user and
 * then any number of items. Items that are held out of the user themselves are dropped.
 */
final class CandidatesFile {
    private final DelimitedFile file;
    private final Set<String> catalogue;
    private final Map<String, Set<String>> heldOut;
    private final Map<String, List<String>> others = new TreeMap<>();
    private long unknownItems;
    private long same;
    private long otherUsers;

    private CandidatesFile(DelimitedFile file, Split split) {
        this.file = file;
        this.catalogue = new HashSet<>(split.train().items().ids().dictionary());
        this.heldOut = itemsByUser(split.heldOut());
    }

    private static Map<String, Set<String>> itemsByUser(Interactions interactions) {
        List<String> users = interactions.users().dictionary();
        List<String> items = interactions.items().dictionary();
        Map<String, Set<String>> byUser = new HashMap<>();
        for (int row = 0; row < interactions.size(); row++) {
            byUser.computeIfAbsent(
                            users.get(interactions.users().code(row)), first -> new HashSet<>())
                    .add(items.get(interactions.items().code(row)));
        }
        return byUser;
    }

    /** The same split, ranking only the held-out items among the candidates of the file. */
    static Split beside(Split split, Path path) {
        DelimitedFile file = DelimitedFile.open(path, TestFileLayout.userNames());
        CandidatesFile candidates = new CandidatesFile(file, split);
        file.forEachOfAnyLength(candidates::add);
        candidates.requireEveryUser();
        List<String> notices = new ArrayList<>(split.notices());
        notices.add(candidates.notice());
        return new Split(
                split.kind(),
                split.name() + " among " + file.name(),
                split.meaning() + "; ranked among the candidates of " + file.name(),
                split.train(),
                split.validation(),
                split.heldOut(),
                new RankedItems.Candidates(candidates.others),
                notices);
    }

    private void add(int line, List<String> cells) {
        String user = cells.getFirst();
        if (!heldOut.containsKey(user)) {
            otherUsers++;
            return;
        }
        if (others.containsKey(user)) {
            throw file.at(line, "user '%s' has a line above already".formatted(user));
        }
        Set<String> items = new LinkedHashSet<>();
        for (String item : cells.subList(1, cells.size())) {
            addItem(item, heldOut.getOrDefault(user, Set.of()), items);
        }
        others.put(user, List.copyOf(items));
    }

    private void addItem(String item, Set<String> heldOutOfUser, Set<String> items) {
        if (heldOutOfUser.contains(item)) {
            same++;
        } else if (catalogue.contains(item)) {
            items.add(item);
        } else {
            unknownItems++;
        }
    }

    private void requireEveryUser() {
        for (String user : new TreeSet<>(heldOut.keySet())) {
            if (!others.containsKey(user)) {
                throw new BadInputException(
                        "%s has no line for user '%s', who has a held-out interaction; add it or leave the file out"
                                .formatted(file.name(), user));
            }
        }
    }

    private String notice() {
        long count = others.values().stream().mapToLong(List::size).sum();
        return "read %s as candidates (%s): %d for %d users; dropped %d that are held out themselves, %d unknown items, %d lines of users without a held-out interaction"
                .formatted(
                        file.name(),
                        file.writing(),
                        count,
                        others.size(),
                        same,
                        unknownItems,
                        otherUsers);
    }
}
