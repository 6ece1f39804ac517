package org.tandemrec.cli;

import java.nio.file.Path;
import org.tandemrec.model.ModelStore;
import picocli.CommandLine.Option;

/** Where bundles and indexes are. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "${env:TANDEM_STORE:-tandem-store}",
            description = "Folder of bundles and indexes (default: ${DEFAULT-VALUE}).")
    private Path store = Path.of("tandem-store");

    ModelStore store() {
        return ModelStore.at(store);
    }
}
