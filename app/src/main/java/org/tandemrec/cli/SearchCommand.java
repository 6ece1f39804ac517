package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.recommend.TitleSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem search}: ids of items by words of their titles. */
@Command(
        name = "search",
        description = "Find ids of items by words of their titles; beginnings of words do.",
        footer = {"", "Examples:", "  tandem search star wars", "  tandem search toy -k 3 --json"})
final class SearchCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "Words of the title.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many items (default: ${DEFAULT-VALUE}).")
    private int count = 10;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new BadInputException("k is %d, expected at least 1".formatted(count));
        }
        Console console = output.console();
        ModelBundle bundle = store.store().openActive();
        List<CatalogueItem> found =
                TitleSearch.find(bundle.catalogue(), String.join(" ", words), count);
        if (console.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("bundle", bundle.id());
            ArrayNode items = document.putArray("items");
            found.forEach(item -> items.add(Answers.json(item)));
            console.answer(document);
            return Tandem.DONE;
        }
        show(console, found);
        return Tandem.DONE;
    }

    private void show(Console console, List<CatalogueItem> found) {
        if (found.isEmpty()) {
            console.message("no title has words that begin so: " + String.join(" ", words));
            return;
        }
        TextTable table = new TextTable("id", "title", "interactions");
        for (CatalogueItem item : found) {
            table.add(List.of(item.id(), item.title(), Integer.toString(item.interactions())));
        }
        console.answer(table.toString());
    }
}
