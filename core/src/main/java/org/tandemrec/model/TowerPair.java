package org.tandemrec.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandemrec.features.HistoryInput;

/** Two trained towers as ONNX models, and what goes in and comes out of them. */
public final class TowerPair {
    private final byte[] user;
    private final byte[] item;
    private final int dimension;
    private final Optional<RatingScale> ratings;
    private final Map<String, UnknownCode> userUnknowns;
    private final Map<String, UnknownCode> itemUnknowns;
    private final Optional<HistoryInput> userHistory;
    private final Optional<HistoryInput> itemHistory;
    private final OptionalInt ratingDimension;

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
        this(
                user,
                item,
                dimension,
                ratings,
                userUnknowns,
                itemUnknowns,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private TowerPair(
            byte[] user,
            byte[] item,
            int dimension,
            Optional<RatingScale> ratings,
            Map<String, UnknownCode> userUnknowns,
            Map<String, UnknownCode> itemUnknowns,
            Optional<HistoryInput> userHistory,
            Optional<HistoryInput> itemHistory,
            OptionalInt ratingDimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("vectors of %d components".formatted(dimension));
        }
        this.user = user.clone();
        this.item = item.clone();
        this.dimension = dimension;
        this.ratings = ratings;
        this.userUnknowns = Map.copyOf(userUnknowns);
        this.itemUnknowns = Map.copyOf(itemUnknowns);
        this.userHistory = userHistory;
        this.itemHistory = itemHistory;
        this.ratingDimension = ratingDimension;
    }

    /**
     * Two towers whose scores rank, with a row of their own for everything unknown.
     *
     * @param ratings from what {@link #rating} says to a rating; absent where nothing is rated
     */
    public static TowerPair ranking(
            byte[] user, byte[] item, int dimension, Optional<RatingScale> ratings) {
        return new TowerPair(user, item, dimension, ratings, Map.of(), Map.of());
    }

    /**
     * The same towers, which read histories.
     *
     * @param ofUser what the user tower reads of what a person did; empty where it reads none
     * @param ofItem what the item tower reads of who met an item; empty where it reads none
     */
    public TowerPair reading(Optional<HistoryInput> ofUser, Optional<HistoryInput> ofItem) {
        return new TowerPair(
                user,
                item,
                dimension,
                ratings,
                userUnknowns,
                itemUnknowns,
                ofUser,
                ofItem,
                ratingDimension);
    }

    /**
     * The same towers with a second output {@code rating} of shape [N, {@code length}] each: the
     * inner product of the two is what {@link #ratings} makes a rating of; that of the vectors only
     * ranks.
     */
    public TowerPair rating(int length) {
        return new TowerPair(
                user,
                item,
                dimension,
                ratings,
                userUnknowns,
                itemUnknowns,
                userHistory,
                itemHistory,
                OptionalInt.of(length));
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

    Optional<HistoryInput> userHistory() {
        return userHistory;
    }

    Optional<HistoryInput> itemHistory() {
        return itemHistory;
    }

    /** The length of the second output {@code rating}; empty where the towers have none. */
    public OptionalInt ratingDimension() {
        return ratingDimension;
    }
}
