package org.tandemrec.cli;

import picocli.CommandLine.Option;

/** Whether a local index answers while the server is away. */
final class FallbackOption {
    @Option(
            names = "--fallback",
            description =
                    "While Milvus is away, let a local exact index of the same bundle answer, and say so.")
    private boolean asked;

    /** The place where the vectors are, with a fallback if one is asked for. */
    IndexPlace on(IndexPlace place) {
        return asked ? place.withFallback() : place;
    }
}
