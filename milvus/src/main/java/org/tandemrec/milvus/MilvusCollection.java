package org.tandemrec.milvus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A collection on a Milvus server, as a person who looks after it sees it.
 *
 * @param collection its name there
 * @param version the id of the bundle that made its vectors
 * @param dimension the components of its vectors
 * @param created when it was made, by the server's clock
 */
public record MilvusCollection(
        String collection, String version, int dimension, State state, Instant created) {
    /** What a collection is to the index it belongs to. */
    public enum State {
        /** The alias points at it. */
        ACTIVE,
        /** Complete; the version can be made active at once. */
        READY,
        /** Complete, but a newer or the active one is of the same version. */
        REPLACED,
        /** Being filled, or cut off while it was. */
        UNFINISHED
    }

    static MilvusCollection of(
            StoredCollection stored, Optional<String> active, List<StoredCollection> all) {
        CollectionCard card = stored.card();
        return new MilvusCollection(
                card.collection(),
                card.version(),
                card.dimension(),
                state(stored, active, all),
                stored.created());
    }

    private static State state(
            StoredCollection stored, Optional<String> active, List<StoredCollection> all) {
        if (active.filter(stored.card().collection()::equals).isPresent()) {
            return State.ACTIVE;
        }
        if (!stored.complete()) {
            return State.UNFINISHED;
        }
        return all.stream().anyMatch(other -> replaces(other, stored, active))
                ? State.REPLACED
                : State.READY;
    }

    private static boolean replaces(
            StoredCollection other, StoredCollection stored, Optional<String> active) {
        boolean isActive = active.filter(other.card().collection()::equals).isPresent();
        return other.complete()
                && other.card().version().equals(stored.card().version())
                && (isActive || other.created().isAfter(stored.created()));
    }

    /**
     * Whether nothing needs it.
     *
     * @param kept ids of the bundles whose indexes stay
     */
    public boolean isUnneeded(Set<String> kept) {
        return switch (state) {
            case ACTIVE -> false;
            case READY -> !kept.contains(version);
            case REPLACED, UNFINISHED -> true;
        };
    }
}
