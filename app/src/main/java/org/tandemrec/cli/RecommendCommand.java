package org.tandemrec.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.data.Recipe;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.recommend.Query;
import org.tandemrec.recommend.Recommender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code tandem recommend}: a ranked list for a known user, a new person, or both. */
@Command(
        name = "recommend",
        description = "What would this person like? For known people and for new ones.",
        footer = {
            "",
            "The recipe names further options. With MovieLens:",
            "  -a, --age AGE           an age in years, or a bucket such as 25-34",
            "  -g, --gender GENDER     F or M",
            "  -j, --occupation JOB    a code or a name: 12, programmer, \"K-12 student\"",
            "      --genre G[,G]       only items of one of these genres",
            "      --year FROM..TO     only items of these years; either end may be left out",
            "Everything may be left out: what is not said is unknown.",
            "",
            "Examples:",
            "  tandem recommend -a 30 -g F -j programmer",
            "  tandem recommend -a 12 -g M -j \"K-12 student\" --genre Comedy --year 1990..1999 -k 10",
            "  tandem recommend --user 42 --json",
            "  tandem recommend --user 42 -k 10 --diversity 0.3",
            "  tandem recommend --liked 1,260 --exclude 1196",
            "  tandem recommend --user 42 --met 2571,1196",
            "  tandem recommend --user 42 --at now",
            "  tandem recommend --user 42 --among 1,260,2858,318"
        })
final class RecommendCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private ItemOptions items = new ItemOptions();
    @Mixin private IndexOptions index = new IndexOptions();
    @Mixin private FallbackOption fallback = new FallbackOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "A known user; met items are hidden.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--person",
            paramLabel = "NAME=VALUE",
            description = "What the person says of themselves, by the recipe's field name.")
    private Map<String, String> person = new LinkedHashMap<>();

    @Option(
            names = "--liked",
            paramLabel = "ID",
            split = ",",
            description = "Items the person likes, in any order.")
    private List<String> liked = new ArrayList<>();

    @Option(
            names = "--met",
            paramLabel = "ID",
            split = ",",
            description = "Items the person met just now, in their order, the last one last.")
    private List<String> met = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description =
                    "When it is asked: now, seconds since 1970 or such as 2026-03-01T20:15:00Z; not known where left out. Presets rating and next read it.")
    private Optional<Long> moment = Optional.empty();

    @Option(
            names = "--diversity",
            paramLabel = "0..1",
            defaultValue = "0",
            description = "How unlike the items are to be (default: ${DEFAULT-VALUE}).")
    private double diversity;

    @Option(names = "-i", description = "Embed all items and build the index afresh first.")
    private boolean reindex;

    @Unmatched private List<String> named = new ArrayList<>();

    @Override
    public Integer call() {
        Console console = output.console();
        Opening opening =
                new Opening(store.store(), fallback.on(index.place(store.store())), console);
        ModelBundle bundle = opening.bundle();
        Query query = query(bundle.recipe());
        try (Recommender recommender = reindex ? opening.reopen(bundle) : opening.open(bundle)) {
            Answers.show(console, query, recommender.recommend(query));
        }
        return Tandem.DONE;
    }

    private Query query(Recipe recipe) {
        RecipeOptions options =
                RecipeOptions.read(recipe, named, List.copyOf(spec.optionsMap().keySet()));
        Map<String, String> said = new LinkedHashMap<>(person);
        said.putAll(options.person());
        Query asked = Query.forPerson(said).liked(liked).met(met).diverse(diversity);
        Query whom = moment.map(asked::at).orElse(asked);
        return items.narrow(user.map(whom::user).orElse(whom), options.where());
    }
}
