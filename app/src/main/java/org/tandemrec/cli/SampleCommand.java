package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.reading.sample.Sample;
import org.tandemrec.reading.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem sample}: synthetic data of any size. */
@Command(
        name = "sample",
        description =
                "Write synthetic data in MovieLens 1M's layout: invented people, titles and tastes.",
        footer = {
            "",
            "Examples:",
            "  tandem sample data/sample",
            "  tandem sample big --users 100000 --items 20000 --interactions 10000000 --seed 7"
        })
final class SampleCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "DIR", description = "A folder that is new or empty.")
    private Path folder = Path.of("");

    @Option(names = "--users", paramLabel = "N", description = "How many users (default: 2000).")
    private Optional<Integer> users = Optional.empty();

    @Option(names = "--items", paramLabel = "N", description = "How many items (default: 1000).")
    private Optional<Integer> items = Optional.empty();

    @Option(
            names = "--interactions",
            paramLabel = "N",
            description = "How many ratings (default: 150000).")
    private Optional<Long> interactions = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same bytes (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Override
    public Integer call() {
        Console console = output.console();
        SampleOptions usual = SampleOptions.standard();
        write(
                new SampleOptions(
                        users.orElse(usual.users()),
                        items.orElse(usual.items()),
                        interactions.orElse(usual.interactions()),
                        seed.orElse(usual.seed())),
                folder,
                console);
        if (console.json()) {
            console.answer(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("folder", folder.toString())
                            .put("synthetic", true));
        } else {
            console.answer(folder.toString());
        }
        return Tandem.DONE;
    }

    /** Writes a sample and says that it is synthetic. */
    static void write(SampleOptions options, Path folder, Console console) {
        try (ProgressLine progress = console.progress("writing a synthetic sample")) {
            new Sample(
                            options,
                            (written, all) ->
                                    progress.show(
                                            (double) written / all,
                                            "%,d interactions".formatted(written)))
                    .write(folder);
        }
        console.message("%s is synthetic: invented people, titles and ratings".formatted(folder));
    }
}
