package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tandemrec.reading.DataCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem check}: what there is to know of data before training on it. */
@Command(
        name = "check",
        description =
                "Read data without training, and report what was found and what was rejected.",
        footer = {
            "",
            "Examples:",
            "  tandem check ml-1m.zip",
            "  tandem check shop/ --recipe shop.yaml --json"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private DataOptions reading = new DataOptions();

    @Parameters(paramLabel = "DATA", description = "A folder or a zip.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Console console = output.console();
        DataCheck check = DataCheck.of(reading.readAnyway(data, console));
        if (console.json()) {
            console.answer(check.json());
        } else {
            console.answer(check.text());
        }
        return Tandem.DONE;
    }
}
