package org.tandemrec.reading.sample;

/** Draws items in proportion to their weights, in constant time (alias method, Vose 1991). */
final class Popularity {
    private final double[] keep;
    private final int[] alias;

    Popularity(double[] weights) {
        int size = weights.length;
        keep = new double[size];
        alias = new int[size];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] order = new int[size];
        int small = 0;
        int large = size;
        for (int item = 0; item < size; item++) {
            keep[item] = weights[item] * size / sum;
            alias[item] = item;
            order[keep[item] < 1 ? small++ : --large] = item;
        }
        pair(order, small);
    }

    /** Fills what each small item lacks from a large one. */
    private void pair(int[] order, int smallCount) {
        int small = 0;
        int large = smallCount;
        while (small < large && large < order.length) {
            int taker = order[small++];
            int giver = order[large];
            alias[taker] = giver;
            keep[giver] -= 1 - keep[taker];
            if (keep[giver] < 1) {
                // The giver has become small; it stands where the next small one is taken from.
                large++;
            }
        }
    }

    int draw(Dice dice) {
        int item = dice.below(keep.length);
        return dice.fraction() < keep[item] ? item : alias[item];
    }
}
