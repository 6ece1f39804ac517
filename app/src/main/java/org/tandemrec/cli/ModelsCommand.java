package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem models}: the bundles of a store, and which one answers. */
@Command(
        name = "models",
        description = "List the bundles of a store; choose the one that answers.",
        subcommands = {
            ModelsCommand.ListBundles.class,
            ModelsCommand.Activate.class,
            ModelsCommand.Rollback.class
        },
        footer = {
            "",
            "Examples:",
            "  tandem models",
            "  tandem models activate 7f3a",
            "  tandem models rollback"
        })
final class ModelsCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
        return list(output.console(), store.store());
    }

    private static int list(Console console, ModelStore store) {
        List<Manifest> manifests = store.list();
        store.damaged().forEach(console::message);
        String active = store.activeId().orElse("");
        if (console.json()) {
            console.answer(json(manifests, active));
        } else if (manifests.isEmpty()) {
            console.message(
                    "%s: no bundles yet; run 'tandem quickstart'".formatted(store.folder()));
        } else {
            console.answer(table(manifests, active));
        }
        return Tandem.DONE;
    }

    private static String table(List<Manifest> manifests, String active) {
        TextTable table =
                new TextTable("", "bundle", "created", "preset", "data", "interactions", "metrics");
        for (Manifest manifest : manifests) {
            table.add(
                    List.of(
                            manifest.id().equals(active) ? "*" : " ",
                            manifest.id(),
                            manifest.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                            manifest.preset(),
                            manifest.data().recipe(),
                            Integer.toString(manifest.data().interactions()),
                            metrics(manifest)));
        }
        return table.toString();
    }

    private static String metrics(Manifest manifest) {
        return manifest.metrics().entrySet().stream()
                .map(
                        metric ->
                                String.format(
                                        Locale.ROOT, "%s %.4f", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static ObjectNode json(List<Manifest> manifests, String active) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("active", active);
        ArrayNode bundles = document.putArray("bundles");
        for (Manifest manifest : manifests) {
            ObjectNode bundle = bundles.addObject();
            bundle.put("id", manifest.id());
            bundle.put("created", manifest.created().toString());
            bundle.put("preset", manifest.preset());
            bundle.put("recipe", manifest.data().recipe());
            bundle.put("interactions", manifest.data().interactions());
            bundle.put("active", manifest.id().equals(active));
            manifest.metrics().forEach(bundle.putObject("metrics")::put);
        }
        return document;
    }

    /** {@code tandem models list}. */
    @Command(name = "list", description = "List the bundles, the active one marked.")
    static final class ListBundles implements Callable<Integer> {
        @Mixin private OutputOptions output = new OutputOptions();
        @Mixin private StoreOptions store = new StoreOptions();

        @Override
        public Integer call() {
            return list(output.console(), store.store());
        }
    }

    /** {@code tandem models activate}. */
    @Command(name = "activate", description = "Let this bundle answer from now on.")
    static final class Activate implements Callable<Integer> {
        @Mixin private OutputOptions output = new OutputOptions();
        @Mixin private StoreOptions store = new StoreOptions();

        @Mixin private IndexOptions index = new IndexOptions();

        @Parameters(paramLabel = "ID", description = "A bundle's id or the beginning of it.")
        private String id = "";

        @Override
        public Integer call() {
            ModelStore models = store.store();
            String whole = models.open(id).id();
            try (ModelStore.Writing writing = models.beginWriting()) {
                index.place(models).activate(whole);
                report(output.console(), writing.activate(whole));
            }
            return Tandem.DONE;
        }
    }

    /** {@code tandem models rollback}. */
    @Command(name = "rollback", description = "Let the bundle answer that was active before.")
    static final class Rollback implements Callable<Integer> {
        @Mixin private OutputOptions output = new OutputOptions();
        @Mixin private StoreOptions store = new StoreOptions();
        @Mixin private IndexOptions index = new IndexOptions();

        @Override
        public Integer call() {
            ModelStore models = store.store();
            try (ModelStore.Writing writing = models.beginWriting()) {
                String earlier = writing.rollback();
                index.place(models).activate(earlier);
                report(output.console(), earlier);
            }
            return Tandem.DONE;
        }
    }

    private static void report(Console console, String active) {
        if (console.json()) {
            console.answer(JsonNodeFactory.instance.objectNode().put("active", active));
        } else {
            console.answer("bundle " + active + " is active");
        }
    }
}
