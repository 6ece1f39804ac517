package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.tandemrec.reading.fetch.Fetch;
import org.tandemrec.reading.fetch.Fetched;
import org.tandemrec.reading.fetch.MovieLensSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem fetch}: MovieLens from GroupLens. */
@Command(
        name = "fetch",
        description = "Fetch a MovieLens data set from GroupLens and check its MD5.",
        footer = {
            "",
            "Data sets: ml-100k, ml-1m, ml-latest-small, ml-32m.",
            "",
            "Examples:",
            "  tandem fetch ml-1m",
            "  tandem fetch ml-latest-small --to data"
        })
final class FetchCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "NAME", description = "Which data set.")
    private String name = "";

    @Option(
            names = "--to",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where its zip shall lie (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        Console console = output.console();
        Fetched fetched = fetch(MovieLensSet.named(name), folder, console);
        if (console.json()) {
            console.answer(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("file", fetched.zip().toString())
                            .put("bytes", fetched.bytes())
                            .put("md5", fetched.md5())
                            .put("downloaded", fetched.downloaded())
                            .put("licence", fetched.licence()));
            return Tandem.DONE;
        }
        console.answer(fetched.zip().toString());
        return Tandem.DONE;
    }

    /** Fetches a data set and shows its licence. */
    static Fetched fetch(MovieLensSet set, Path folder, Console console) {
        Fetched fetched;
        try (ProgressLine progress = console.progress("fetching " + set.name())) {
            fetched =
                    Fetch.fromGroupLens()
                            .fetch(
                                    set,
                                    folder,
                                    (file, bytes, total) ->
                                            progress.show(share(bytes, total), megabytes(bytes)));
        }
        fetched.licence().lines().forEach(console::message);
        return fetched;
    }

    private static double share(long bytes, OptionalLong total) {
        return total.isPresent() ? (double) bytes / total.getAsLong() : -1;
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / MEGABYTE);
    }
}
