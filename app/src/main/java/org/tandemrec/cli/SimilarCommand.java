package org.tandemrec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Recipe;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.recommend.Query;
import org.tandemrec.recommend.Recommender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code tandem similar}: the items nearest to an item. */
@Command(
        name = "similar",
        description = "The items most like an item.",
        footer = {
            "",
            "The recipe names further options; with MovieLens --genre G and --year FROM..TO.",
            "",
            "Examples:",
            "  tandem similar 260",
            "  tandem similar 260 -k 10 --genre Sci-Fi --year 1980.."
        })
final class SimilarCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private ItemOptions items = new ItemOptions();
    @Mixin private IndexOptions index = new IndexOptions();
    @Mixin private FallbackOption fallback = new FallbackOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ITEM", description = "An item's id; 'tandem search WORDS' finds it.")
    private String item = "";

    @Unmatched private List<String> named = new ArrayList<>();

    @Override
    public Integer call() {
        Console console = output.console();
        Opening opening =
                new Opening(store.store(), fallback.on(index.place(store.store())), console);
        ModelBundle bundle = opening.bundle();
        Query query = items.narrow(Query.forAnyone(), where(bundle.recipe()));
        try (Recommender recommender = opening.open(bundle)) {
            Answers.show(console, query, recommender.similar(item, query));
        }
        return Tandem.DONE;
    }

    private Map<String, String> where(Recipe recipe) {
        RecipeOptions options =
                RecipeOptions.read(recipe, named, List.copyOf(spec.optionsMap().keySet()));
        if (!options.person().isEmpty()) {
            throw new BadInputException(
                    "'tandem similar' compares items, expected no attributes of a person; 'tandem recommend' takes them");
        }
        return options.where();
    }
}
