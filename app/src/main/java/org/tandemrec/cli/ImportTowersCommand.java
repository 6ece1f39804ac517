package org.tandemrec.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.importing.ImportedTowers;
import org.tandemrec.importing.TowerImport;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem import-towers}: a bundle of two towers trained elsewhere. */
@Command(
        name = "import-towers",
        description = "Make two ONNX towers trained elsewhere the store's active bundle.",
        footer = {
            "",
            "The mapping says how users and items become the towers' inputs: docs/import.md.",
            "",
            "Examples:",
            "  tandem import-towers --user user-tower.onnx --item item-tower.onnx --mapping mapping.yaml --data ml-1m.zip"
        })
final class ImportTowersCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private DataOptions reading = new DataOptions();

    @Option(
            names = "--user",
            required = true,
            paramLabel = "FILE",
            description = "The user tower, an ONNX model.")
    private Path user = Path.of("");

    @Option(
            names = "--item",
            required = true,
            paramLabel = "FILE",
            description = "The item tower, an ONNX model.")
    private Path item = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "What the towers' inputs read, YAML.")
    private Path mapping = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A folder or a zip.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Console console = output.console();
        ModelStore models = store.store();
        Embedder.warmUp();
        try (ModelStore.Writing writing = models.beginWriting()) {
            ImportedTowers towers =
                    TowerImport.open(user, item, mapping).over(reading.read(data, console));
            towers.notices().forEach(console::warning);
            Manifest manifest = keep(towers, writing);
            writing.activate(manifest.id());
            TrainCommand.report(console, manifest, models);
        }
        return Tandem.DONE;
    }

    private static Manifest keep(ImportedTowers towers, ModelStore.Writing writing) {
        try (Workbench _ = Workbench.of(towers.contents(), towers::check)) {
            return writing.write(towers.contents(), Clock.systemUTC());
        }
    }
}
