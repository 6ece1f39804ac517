package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.data.Dataset;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelStore;
import org.tandemrec.training.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem train}: a new bundle in the store, made active. */
@Command(
        name = "train",
        description = "Train two towers on data and make them the store's active bundle.",
        footer = {
            "",
            "Examples:",
            "  tandem train --data ml-1m.zip",
            "  tandem train --data shop/ --recipe shop.yaml --seed 7",
            "  tandem train --data ml-1m.zip --epochs 3 --store /tmp/try"
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private DataOptions reading = new DataOptions();
    @Mixin private TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A folder or a zip.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Console console = output.console();
        TrainingConfig config = training.config();
        ModelStore models = store.store();
        try (Interruption interruption = Interruption.watch();
                ModelStore.Writing writing = models.beginWriting()) {
            Dataset dataset = reading.read(data, console);
            TrainingRun run = new TrainingRun(training.preset(), config, console, interruption);
            Manifest manifest = keep(run.train(dataset), writing);
            writing.activate(manifest.id());
            report(console, manifest, models);
        }
        return Tandem.DONE;
    }

    /** Checks a model's export and gives it its place in a store. */
    static Manifest keep(TrainedModel model, ModelStore.Writing writing) {
        try (Workbench _ = Workbench.of(model)) {
            return writing.write(model.contents(Optional.empty()), Clock.systemUTC());
        }
    }

    /** Says which bundle is active now. */
    static void report(Console console, Manifest manifest, ModelStore models) {
        if (console.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("bundle", manifest.id());
            document.put("preset", manifest.preset());
            document.put("store", models.folder().toString());
            manifest.metrics().forEach(document.putObject("metrics")::put);
            manifest.files().forEach(document.putObject("files")::put);
            console.answer(document);
            return;
        }
        console.answer("bundle %s is active in %s".formatted(manifest.id(), models.folder()));
        console.message("next: tandem index, then tandem recommend");
    }
}
