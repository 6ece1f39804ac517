package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tandemrec.data.Dataset;
import org.tandemrec.reading.DatasetReader;
import org.tandemrec.reading.ReadingOptions;
import org.tandemrec.reading.Recipes;
import picocli.CommandLine.Option;

/** How data is read. */
final class DataOptions {
    @Option(
            names = "--recipe",
            paramLabel = "NAME|FILE",
            description =
                    "What the files are, where they do not tell it themselves: ml-100k, ml-1m, ml-latest, or a recipe's file.")
    private Optional<String> recipe = Optional.empty();

    @Option(
            names = "--rejected-limit",
            paramLabel = "SHARE",
            description = "Largest share of rows that may be unreadable (default: 0.01).")
    private Optional<Double> rejectedLimit = Optional.empty();

    /** Reads data, and says what was rejected. */
    Dataset read(Path data, Console console) {
        ReadingOptions standard = ReadingOptions.standard();
        ReadingOptions options =
                new ReadingOptions(
                        rejectedLimit.orElse(standard.rejectedLimit()), standard.rejectedShown());
        Dataset dataset = read(data, options, console);
        console.message(
                "%s: %,d users, %,d items, %,d interactions"
                        .formatted(
                                dataset.recipe().title(),
                                dataset.users().size(),
                                dataset.items().size(),
                                dataset.interactions().size()));
        dataset.report()
                .notices()
                .forEach((notice, count) -> console.message("  %,d %s".formatted(count, notice)));
        if (dataset.report().rejectedRows() > 0) {
            console.warning(
                    "%,d rows were rejected, the first: %s; 'tandem check' lists them"
                            .formatted(
                                    dataset.report().rejectedRows(),
                                    dataset.report().rejected().getFirst()));
        }
        return dataset;
    }

    /** Reads data however many rows are unreadable, and says nothing. */
    Dataset readAnyway(Path data, Console console) {
        return read(data, ReadingOptions.unlimited(), console);
    }

    private Dataset read(Path data, ReadingOptions options, Console console) {
        try (ProgressLine progress = console.progress("reading " + data.getFileName())) {
            return new DatasetReader(
                            options, (file, rows) -> progress.show(-1, "%,d rows".formatted(rows)))
                    .read(data, recipe.map(Recipes::named));
        }
    }
}
