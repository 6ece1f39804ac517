package org.tandemrec.model;

/**
 * How the inner product of a user's and an item's vector becomes a rating: {@code offset + slope x
 * score}, moved into {@code low..high}.
 *
 * @param slope rating per unit of score
 * @param offset the rating at score 0
 * @param low the lowest rating there is
 * @param high the highest rating there is
 */
public record RatingScale(double slope, double offset, double low, double high) {
    public RatingScale {
        if (!(low <= high)) {
            throw new IllegalArgumentException("ratings from " + low + " to " + high);
        }
    }

    /** The predicted rating for a score. */
    public double rating(double score) {
        return Math.clamp(offset + slope * score, low, high);
    }
}
