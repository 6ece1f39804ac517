package org.tandemrec.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What {@code tandem index} is asked to do instead of building: at most one of these. */
final class IndexTask {
    @Option(
            names = "--check",
            description =
                    "Compare the bundle's index with the exact answer on its users' vectors; build only what is missing.")
    private boolean check;

    @ArgGroup(exclusive = false)
    private SizingOptions sizing = new SizingOptions();

    @ArgGroup private CollectionOptions collections = new CollectionOptions();

    boolean isCheck() {
        return check;
    }

    SizingOptions sizing() {
        return sizing;
    }

    CollectionOptions collections() {
        return collections;
    }
}
