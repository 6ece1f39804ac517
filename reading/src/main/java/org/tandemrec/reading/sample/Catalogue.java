package org.tandemrec.reading.sample;

import java.util.Arrays;

/**
 * The invented items: their genres, years, quality, popularity and hidden properties. Grows with
 * the items alone, some sixty bytes each.
 */
final class Catalogue {
    /** Hidden properties that no attribute tells, so that ids are worth learning. */
    static final int HIDDEN = 4;

    private static final int MOST_GENRES = 3;
    private static final int FIRST_YEAR = 1932;
    private static final int YEARS = 69;
    private static final double TAIL = 0.95;

    private final byte[] genres;
    private final short[] years;
    private final float[] quality;
    private final float[] hidden;
    private final Popularity popularity;

    Catalogue(int size, long seed) {
        Dice dice = new Dice(seed, -1);
        genres = new byte[size * MOST_GENRES];
        years = new short[size];
        quality = new float[size];
        hidden = new float[size * HIDDEN];
        int[] ranks = shuffled(size, dice);
        double[] weights = new double[size];
        for (int item = 0; item < size; item++) {
            drawGenres(item, dice);
            double age = dice.fraction();
            years[item] = (short) (FIRST_YEAR + YEARS - 1 - (int) (YEARS * age * age));
            double rank = (ranks[item] + 0.5) / size;
            quality[item] = (float) (0.35 * dice.normal() + 0.35 - 0.7 * rank);
            weights[item] = StrictMath.pow(ranks[item] + 5.0 + size / 100.0, -TAIL);
            for (int property = 0; property < HIDDEN; property++) {
                hidden[item * HIDDEN + property] = (float) dice.normal();
            }
        }
        popularity = new Popularity(weights);
    }

    private static int[] shuffled(int size, Dice dice) {
        int[] ranks = new int[size];
        for (int position = 0; position < size; position++) {
            int other = dice.below(position + 1);
            ranks[position] = ranks[other];
            ranks[other] = position;
        }
        return ranks;
    }

    private void drawGenres(int item, Dice dice) {
        Arrays.fill(genres, item * MOST_GENRES, (item + 1) * MOST_GENRES, (byte) -1);
        int count = 1 + dice.among(new double[] {0.5, 0.35, 0.15});
        int drawn = 0;
        while (drawn < count) {
            byte genre = (byte) dice.below(Tastes.GENRES.size());
            if (!hasGenre(item, genre)) {
                genres[item * MOST_GENRES + drawn++] = genre;
            }
        }
    }

    private boolean hasGenre(int item, byte genre) {
        for (int place = 0; place < MOST_GENRES; place++) {
            if (genres[item * MOST_GENRES + place] == genre) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return years.length;
    }

    /** An item as often as it is popular. */
    int draw(Dice dice) {
        return popularity.draw(dice);
    }

    /** How much better than others everybody finds it, in stars. */
    double quality(int item) {
        return quality[item];
    }

    /** How well its genres fit a taste, in stars: the mean over the genres. */
    double fit(int item, double[] taste) {
        double sum = 0;
        int count = 0;
        for (int place = 0; place < MOST_GENRES; place++) {
            int genre = genres[item * MOST_GENRES + place];
            if (genre >= 0) {
                sum += taste[genre];
                count++;
            }
        }
        return sum / count;
    }

    /** How well its hidden properties fit a hidden taste: a sum of products. */
    double hiddenFit(int item, double[] hiddenTaste) {
        double sum = 0;
        for (int property = 0; property < HIDDEN; property++) {
            sum += hidden[item * HIDDEN + property] * hiddenTaste[property];
        }
        return sum;
    }

    /** Its line in {@code movies.dat}. */
    String line(int item) {
        StringBuilder line = new StringBuilder();
        line.append(item + 1).append("::").append(Titles.of(item));
        line.append(" (").append(years[item]).append(")::");
        for (int place = 0; place < MOST_GENRES; place++) {
            int genre = genres[item * MOST_GENRES + place];
            if (genre >= 0) {
                line.append(place == 0 ? "" : "|").append(Tastes.GENRES.get(genre));
            }
        }
        return line.toString();
    }
}
