package org.tandemrec.evaluation.scorers;

import java.util.ArrayList;
import java.util.List;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;

/** The baselines that stand beside every judged recommender. */
public final class Baselines {
    private Baselines() {}

    /**
     * Baselines learnt from a train part: {@code popularity}, {@code groupPopularity} (where the
     * recipe has attributes that make groups large enough), {@code itemMean} and {@code
     * userItemMean}.
     */
    public static List<Scorer> of(Dataset train) {
        ItemCatalogue catalogue = ItemCatalogue.of(train.items());
        int[] items = catalogue.positions(train.interactions().items());
        Popularity popularity = Popularity.of(items, catalogue);
        ItemMeans means = ItemMeans.of(train.interactions(), items, catalogue.size());
        List<Scorer> baselines = new ArrayList<>();
        baselines.add(popularity);
        addGroups(train, catalogue, popularity, baselines);
        baselines.add(new ItemMean(means));
        baselines.add(new UserItemMean(means));
        return List.copyOf(baselines);
    }

    /**
     * Baselines for the asking, learnt from a train part, in the order given. Those that relate
     * items to items take memory for a square matrix of floats, of at most 20,000 items.
     */
    public static List<Scorer> of(Dataset train, List<BaselineKind> kinds, Fitting fitting) {
        TrainPart part = TrainPart.of(train);
        return kinds.stream().map(kind -> learn(kind, part, fitting)).toList();
    }

    private static Scorer learn(BaselineKind kind, TrainPart train, Fitting fitting) {
        return switch (kind) {
            case ITEM_KNN -> ItemKnn.of(train, fitting);
            case EASE -> EaseScorer.plain(train, fitting);
            case EASE_RECENT -> EaseScorer.recent(train, fitting);
            case IALS -> Ials.of(train, Ials.Settings.published(), fitting);
            case MARKOV -> MarkovChain.of(train, fitting);
        };
    }

    private static void addGroups(
            Dataset train, ItemCatalogue catalogue, Popularity popularity, List<Scorer> baselines) {
        List<Person> people = people(train, catalogue);
        PersonGroups groups = PersonGroups.of(train.recipe().personFields(), people);
        if (!groups.fields().isEmpty()) {
            baselines.add(GroupPopularity.of(groups, people, popularity));
        }
    }

    private static List<Person> people(Dataset train, ItemCatalogue catalogue) {
        Interactions none = train.interactions().select(new int[0]);
        InteractionsByUser trained = InteractionsByUser.of(train.interactions(), catalogue);
        People people = new People(train.users(), trained, InteractionsByUser.of(none, catalogue));
        return trained.users().stream().map(people::person).toList();
    }
}
