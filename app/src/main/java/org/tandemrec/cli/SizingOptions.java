package org.tandemrec.cli;

import java.util.List;
import java.util.Optional;
import org.tandemrec.milvus.MilvusSizing;
import picocli.CommandLine.Option;

/** What a Milvus cluster would need: for how many items, how wide, how many copies. */
final class SizingOptions {
    @Option(
            names = "--size",
            required = true,
            description =
                    "Compute what Milvus needs for 1 million to 1 billion items; no server is asked.")
    private boolean asked;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "With --size: for so many items only.")
    private Optional<Long> items = Optional.empty();

    @Option(
            names = "--dimension",
            paramLabel = "D",
            defaultValue = "200",
            description = "With --size: components of a vector (default: ${DEFAULT-VALUE}).")
    private int dimension = 200;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            description = "With --size: copies in memory (default: 2, and 1 of few items).")
    private Optional<Integer> replicas = Optional.empty();

    boolean isAsked() {
        return asked;
    }

    /**
     * The sizes asked for, smallest first.
     *
     * @throws org.tandemrec.data.BadInputException for a number out of its range
     */
    List<MilvusSizing> sizes() {
        List<MilvusSizing> usual =
                items.map(count -> List.of(MilvusSizing.of(count, dimension)))
                        .orElseGet(() -> MilvusSizing.table(dimension));
        return replicas.map(
                        copies -> usual.stream().map(size -> size.withReplicas(copies)).toList())
                .orElse(usual);
    }
}
