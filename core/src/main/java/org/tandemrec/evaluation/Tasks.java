package org.tandemrec.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.ValueScale;
import org.tandemrec.evaluation.metrics.Calibration;
import org.tandemrec.evaluation.metrics.RecommendedLists;
import org.tandemrec.evaluation.scorers.History;
import org.tandemrec.evaluation.scorers.InteractionsByUser;
import org.tandemrec.evaluation.scorers.ItemCatalogue;
import org.tandemrec.evaluation.scorers.People;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.splits.RankedItems;
import org.tandemrec.evaluation.splits.Split;

/** Everything a split asks: one task for each user with a held-out interaction, by id. */
final class Tasks {
    private final Split split;
    private final ItemCatalogue catalogue;
    private final List<Task> tasks;
    private final boolean[] rankable;

    private Tasks(Split split, ItemCatalogue catalogue, List<Task> tasks) {
        this.split = split;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.rankable = rankable(split.ranked(), catalogue);
    }

    /**
     * The tasks of a split.
     *
     * @param requestTime whether a request knows the moment of its first held-out interaction
     */
    static Tasks of(Split split, boolean requestTime) {
        ItemCatalogue catalogue = ItemCatalogue.of(split.train().items());
        InteractionsByUser heldOut = InteractionsByUser.of(split.heldOut(), catalogue);
        People people = AskedPeople.of(split, catalogue);
        List<Task> tasks =
                heldOut.users().stream()
                        .map(user -> task(user, people, heldOut.of(user), requestTime))
                        .toList();
        return new Tasks(split, catalogue, tasks);
    }

    private static Task task(String user, People people, History asked, boolean requestTime) {
        OptionalLong now = requestTime ? firstMoment(asked) : OptionalLong.empty();
        return new Task(user, people.person(user).at(now), asked);
    }

    /** Events without a time stand first. */
    private static OptionalLong firstMoment(History history) {
        return IntStream.range(0, history.size())
                .mapToObj(history::time)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static boolean[] rankable(RankedItems ranked, ItemCatalogue catalogue) {
        boolean[] items = new boolean[catalogue.size()];
        switch (ranked) {
            case RankedItems.Only(var ids) -> mark(items, ids, catalogue);
            case RankedItems.All(), RankedItems.Candidates _ -> Arrays.fill(items, true);
        }
        return items;
    }

    private static void mark(boolean[] items, Iterable<String> ids, ItemCatalogue catalogue) {
        for (String id : ids) {
            items[catalogue.positionOf(id).orElseThrow()] = true;
        }
    }

    int size() {
        return tasks.size();
    }

    /** How many past interactions each task's person has. */
    int[] historySizes() {
        return tasks.stream().mapToInt(task -> task.person().history().size()).toArray();
    }

    /** Some tasks in a row. */
    List<Task> block(int from, int size) {
        return tasks.subList(from, Math.min(from + size, tasks.size()));
    }

    int catalogueSize() {
        return catalogue.size();
    }

    String itemAt(int position) {
        return catalogue.idAt(position);
    }

    /** One cold person for every combination of attributes. */
    List<Person> combinations() {
        return AttributeCombinations.of(split.train());
    }

    /** The values an interaction may have. */
    ValueScale scale() {
        return split.train().scale();
    }

    /** How many items could stand in a list at all. */
    int rankableItems() {
        int count = 0;
        for (boolean item : rankable) {
            count += item ? 1 : 0;
        }
        return count;
    }

    /** Which items are ranked for a task. */
    boolean[] rankedFor(Task task) {
        if (split.ranked() instanceof RankedItems.Candidates(var others)) {
            return candidates(task, others.getOrDefault(task.user(), List.of()));
        }
        boolean[] ranked = rankable.clone();
        for (int event = 0; event < task.person().history().size(); event++) {
            ranked[task.person().history().item(event)] = false;
        }
        return ranked;
    }

    private boolean[] candidates(Task task, List<String> others) {
        boolean[] ranked = new boolean[catalogue.size()];
        mark(ranked, others, catalogue);
        for (int event = 0; event < task.heldOut().size(); event++) {
            ranked[task.heldOut().item(event)] = true;
        }
        return ranked;
    }

    /** No lists yet, beside how many users of the train part have met each item. */
    RecommendedLists noLists() {
        Interactions train = split.train().interactions();
        int[] users = new int[catalogue.size()];
        for (int item : catalogue.positions(train.items())) {
            users[item]++;
        }
        return new RecommendedLists(users, usersOf(train), rankableItems());
    }

    /** Nobody's list yet, where the items have kinds. */
    Optional<Calibration> noCalibration() {
        return ItemKinds.of(split.train(), catalogue).map(ItemKinds::calibration);
    }

    private static int usersOf(Interactions interactions) {
        boolean[] met = new boolean[interactions.users().dictionary().size()];
        int count = 0;
        for (int row = 0; row < interactions.size(); row++) {
            int code = interactions.users().code(row);
            count += met[code] ? 0 : 1;
            met[code] = true;
        }
        return count;
    }
}
