package org.tandemrec.model;

/** Two trained towers as ONNX models, and how their vectors' inner product becomes a rating. */
public final class TowerPair {
    private final byte[] user;
    private final byte[] item;
    private final int dimension;
    private final RatingScale ratings;

    /**
     * Two towers.
     *
     * @param user an ONNX model with one output {@code vector} of shape [N, dimension]
     * @param item the same for items
     * @param dimension the length of a vector
     * @param ratings from score to rating
     */
    public TowerPair(byte[] user, byte[] item, int dimension, RatingScale ratings) {
        if (dimension < 1) {
            throw new IllegalArgumentException("vectors of %d components".formatted(dimension));
        }
        this.user = user.clone();
        this.item = item.clone();
        this.dimension = dimension;
        this.ratings = ratings;
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

    public RatingScale ratings() {
        return ratings;
    }
}
