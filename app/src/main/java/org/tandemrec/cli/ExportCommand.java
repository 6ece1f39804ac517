package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.embeddings.VectorTable;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.reading.VectorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem export}: what a bundle knows, for other programs. */
@Command(
        name = "export",
        description = "Write what a bundle knows as files for other programs.",
        subcommands = ExportCommand.Vectors.class,
        footer = {
            "",
            "Examples:",
            "  tandem export vectors --to items.parquet",
            "  tandem export vectors --what users --to users.parquet --bundle 7f3a"
        })
final class ExportCommand implements Runnable {
    // picocli fills it and its subcommand inherits nothing of it.
    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private CommandSpec spec;

    ExportCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public void run() {
        output.console().message("what shall be exported? 'tandem export vectors --help'");
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /** Whose vectors. */
    enum What {
        ITEMS,
        USERS
    }

    /** {@code tandem export vectors}. */
    @Command(
            name = "vectors",
            description =
                    "Write the vectors of all items or users as Parquet: id (string), vector (list of float).",
            footer = {
                "",
                "The score of a user and an item is the inner product of their vectors.",
                "",
                "Examples:",
                "  tandem export vectors --to items.parquet",
                "  tandem export vectors --what users --to users.parquet --bundle 7f3a"
            })
    static final class Vectors implements Callable<Integer> {
        @Mixin private OutputOptions output = new OutputOptions();
        @Mixin private StoreOptions store = new StoreOptions();

        @Option(
                names = "--what",
                paramLabel = "items|users",
                defaultValue = "items",
                description = "Whose vectors (default: ${DEFAULT-VALUE}).")
        private What what = What.ITEMS;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "A Parquet file; one that is there is replaced.")
        private Path file = Path.of("");

        @Option(
                names = "--bundle",
                paramLabel = "ID",
                description = "A bundle's id or the beginning of it (default: the active one).")
        private Optional<String> bundle = Optional.empty();

        @Override
        public Integer call() {
            Embedder.warmUp();
            ModelStore models = store.store();
            ModelBundle exported = bundle.map(models::open).orElseGet(models::openActive);
            Console console = output.console();
            report(console, exported, write(exported, console));
            return Tandem.DONE;
        }

        private int write(ModelBundle exported, Console console) {
            try (Embedder embedder = new Embedder(exported)) {
                return switch (what) {
                    case ITEMS ->
                            write(
                                    embedder.knownItems(),
                                    exported.vocabularies().itemIds(),
                                    console);
                    case USERS ->
                            write(
                                    embedder.knownUsers(),
                                    exported.vocabularies().userIds(),
                                    console);
                };
            }
        }

        private int write(VectorTable vectors, Vocabulary all, Console console) {
            VectorFile.write(file, vectors.ids(), vectors::at);
            int without = all.values().size() - vectors.size();
            if (without > 0) {
                console.warning(
                        "%,d %s have no vector and are left out"
                                .formatted(without, what.name().toLowerCase(Locale.ROOT)));
            }
            return vectors.size();
        }

        private void report(Console console, ModelBundle exported, int written) {
            if (console.json()) {
                console.answer(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("bundle", exported.id())
                                .put("file", file.toString())
                                .put("vectors", written)
                                .put("dimension", exported.manifest().dimension()));
                return;
            }
            console.answer(
                    "%,d vectors of %d numbers from bundle %s are in %s"
                            .formatted(
                                    written, exported.manifest().dimension(), exported.id(), file));
        }
    }
}
