package org.tandemrec.milvus;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a collection says of itself, kept in its description on the server: who made it and for
 * which bundle. It is read at every connect.
 *
 * @param collection the collection's own name, whatever alias it was asked for by
 * @param name the name that the options give to all collections of one index
 * @param version the id of the bundle that made the vectors
 */
record CollectionCard(
        String collection, String name, String version, int dimension, Columns columns) {
    private static final int FORMAT = 1;

    /** The card as the description holds it; Gson fills and reads it. */
    private record Written(
            int tandem,
            String collection,
            String name,
            String version,
            int dimension,
            List<String> numbers,
            @Nullable String partitionKey) {}

    String toDescription() {
        return new Gson()
                .toJson(
                        new Written(
                                FORMAT,
                                collection,
                                name,
                                version,
                                dimension,
                                columns.numbers(),
                                columns.partitionKey().orElse(null)));
    }

    /** The card in a description; absent where Tandem did not write it, or a newer Tandem did. */
    static Optional<CollectionCard> read(String description) {
        try {
            return Optional.ofNullable(new Gson().fromJson(description, Written.class))
                    .filter(written -> written.tandem() == FORMAT)
                    .map(CollectionCard::of);
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }

    private static CollectionCard of(Written written) {
        return new CollectionCard(
                written.collection(),
                written.name(),
                written.version(),
                written.dimension(),
                new Columns(written.numbers(), Optional.ofNullable(written.partitionKey())));
    }
}
