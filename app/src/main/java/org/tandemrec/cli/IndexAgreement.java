package org.tandemrec.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.tandemrec.evaluation.AskedPeople;
import org.tandemrec.evaluation.scorers.InteractionsByUser;
import org.tandemrec.evaluation.scorers.ItemCatalogue;
import org.tandemrec.evaluation.scorers.People;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.scorers.TowerScorer;
import org.tandemrec.evaluation.splits.RankedItems;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Filter;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * How far an index gives the lists that were judged by exact scores.
 *
 * @param index the engine's name
 * @param users who were asked for
 * @param recallAt10 the part of each user's ten best items that the index found under the same
 *     filter, the mean over the users, 0 to 1; 1 for a user of whom no item is left
 */
record IndexAgreement(String index, int users, double recallAt10) {
    private static final int K = 10;

    /** Asks an index and an exact one for every user of whom a split holds something out. */
    static IndexAgreement of(
            Split split,
            TowerScorer scorer,
            VectorIndex index,
            VectorIndex exact,
            DoubleConsumer progress) {
        ItemCatalogue catalogue = ItemCatalogue.of(split.train().items());
        People people = AskedPeople.of(split, catalogue);
        List<String> users = InteractionsByUser.of(split.heldOut(), catalogue).users();
        double sum = 0;
        for (int asked = 0; asked < users.size(); asked++) {
            Person person = people.person(users.get(asked));
            SearchRequest request =
                    SearchRequest.nearest(DenseVector.of(scorer.vector(person)), K)
                            .where(filter(split.ranked(), users.get(asked), person, catalogue));
            sum += recall(exact.search(request), index.search(request));
            progress.accept((asked + 1.0) / users.size());
        }
        return new IndexAgreement(index.kind(), users.size(), sum / users.size());
    }

    private static Filter filter(
            RankedItems ranked, String user, Person person, ItemCatalogue catalogue) {
        Filter unmet = new Filter.IdNotIn(met(person, catalogue));
        return switch (ranked) {
            case RankedItems.All() -> unmet;
            case RankedItems.Only(Set<String> ids) -> Filter.All.of(new Filter.IdIn(ids), unmet);
            case RankedItems.Candidates(var others) ->
                    new Filter.IdIn(new HashSet<>(others.getOrDefault(user, List.of())));
        };
    }

    private static Set<String> met(Person person, ItemCatalogue catalogue) {
        return Arrays.stream(person.history().items())
                .mapToObj(catalogue::idAt)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static double recall(List<Hit> expected, List<Hit> found) {
        if (expected.isEmpty()) {
            return 1;
        }
        Set<String> ids = found.stream().map(Hit::id).collect(Collectors.toUnmodifiableSet());
        return expected.stream().filter(hit -> ids.contains(hit.id())).count()
                / (double) expected.size();
    }
}
