package org.tandemrec.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which of the collections on a Milvus server to show or to remove: at most one of these. */
final class CollectionOptions {
    @Option(
            names = "--list",
            description = "List the collections of the index on the Milvus server.")
    private boolean list;

    @ArgGroup(exclusive = false)
    private Prune prune = new Prune();

    @ArgGroup(exclusive = false)
    private Drop drop = new Drop();

    /** What nobody needs any more. */
    private static final class Prune {
        @Option(
                names = "--prune",
                required = true,
                description =
                        "Remove from the Milvus server what was replaced, cut off, or belongs to no bundle of the store; never the active collection.")
        private boolean asked;

        @Option(
                names = "--older-than",
                paramLabel = "MINUTES",
                defaultValue = "60",
                description =
                        "With --prune: leave younger ones, which may be loading just now (default: ${DEFAULT-VALUE}).")
        private long minutes = 60;
    }

    /** One collection by name. */
    private static final class Drop {
        @Option(
                names = "--drop",
                required = true,
                paramLabel = "NAME",
                description = "Remove this collection from the Milvus server.")
        private Optional<String> collection = Optional.empty();

        @Option(
                names = "--force",
                description = "With --drop: even the active one, which programs search.")
        private boolean force;
    }

    boolean isAsked() {
        return list || prune.asked || drop.collection.isPresent();
    }

    /** Does what was asked. */
    void carryOut(ServerCollections collections) {
        if (prune.asked) {
            collections.prune(Duration.ofMinutes(prune.minutes));
        } else if (drop.collection.isEmpty()) {
            collections.list();
        } else if (drop.force) {
            collections.dropEvenActive(drop.collection.get());
        } else {
            collections.drop(drop.collection.get());
        }
    }
}
