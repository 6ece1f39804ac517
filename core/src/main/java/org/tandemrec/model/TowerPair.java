package org.tandemrec.model;

import java.util.Map;
import java.util.Optional;

/** Two trained towers as ONNX models, and what goes in and comes out of them. */
public final class TowerPair {
    private final byte[] user;
    private final byte[] item;
    private final int dimension;
    private final Optional<RatingScale> ratings;
    private final Map<String, UnknownCode> userUnknowns;
    private final Map<String, UnknownCode> itemUnknowns;

    /**
     * Two towers with a row of their own for everything unknown.
     *
     * @param user an ONNX model with one output {@code vector} of shape [N, dimension]
     * @param item the same for items
     * @param dimension the length of a vector
     * @param ratings from score to rating
     */
    public TowerPair(byte[] user, byte[] item, int dimension, RatingScale ratings) {
        this(user, item, dimension, Optional.of(ratings), Map.of(), Map.of());
    }

    /**
     * Two towers.
     *
     * @param user an ONNX model with one output {@code vector} of shape [N, dimension]
     * @param item the same for items
     * @param dimension the length of a vector
     * @param ratings from score to rating; absent where scores only rank
     * @param userUnknowns what the user tower makes of code 0 by input, where it is no row of its
     *     own
     * @param itemUnknowns the same for items
     */
    public TowerPair(
            byte[] user,
            byte[] item,
            int dimension,
            Optional<RatingScale> ratings,
            Map<String, UnknownCode> userUnknowns,
            Map<String, UnknownCode> itemUnknowns) {
        if (dimension < 1) {
            throw new IllegalArgumentException("vectors of %d components".formatted(dimension));
        }
        this.user = user.clone();
        this.item = item.clone();
        this.dimension = dimension;
        this.ratings = ratings;
        this.userUnknowns = Map.copyOf(userUnknowns);
        this.itemUnknowns = Map.copyOf(itemUnknowns);
    }

    byte[] user() {
        return user;
    }

    byte[] item() {
        return item;
    }

    public int dimension() {
        return dimension;
    }

    /** From score to rating; absent where scores only rank. */
    public Optional<RatingScale> ratings() {
        return ratings;
    }

    Map<String, UnknownCode> userUnknowns() {
        return userUnknowns;
    }

    Map<String, UnknownCode> itemUnknowns() {
        return itemUnknowns;
    }
}
