package org.tandemrec.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tandemrec.reading.fetch.FetchException;
import org.tandemrec.reading.fetch.MovieLensSet;
import org.tandemrec.reading.sample.SampleOptions;

/** Gets data to start with: what is there, or MovieLens 1M, or a synthetic sample. */
final class QuickstartData {
    private static final Path FOLDER = Path.of("tandem-data");
    private static final String SET = "ml-1m";

    private QuickstartData() {}

    static Path get(Console console) {
        Path zip = FOLDER.resolve(SET + ".zip");
        if (Files.isRegularFile(zip)) {
            return zip;
        }
        try {
            return FetchCommand.fetch(MovieLensSet.named(SET), FOLDER, console).zip();
        } catch (FetchException failed) {
            console.warning(
                    failed.getMessage()
                            + "; going on with synthetic data, give your own with --data PATH");
            return sample(console);
        }
    }

    private static Path sample(Console console) {
        Path folder = FOLDER.resolve("sample");
        if (!Files.isDirectory(folder)) {
            SampleCommand.write(SampleOptions.standard(), folder, console);
        }
        return folder;
    }
}
