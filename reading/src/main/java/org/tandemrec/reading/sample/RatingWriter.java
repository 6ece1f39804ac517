package org.tandemrec.reading.sample;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/** Writes one user's ratings after another. Its memory grows with the items alone. */
final class RatingWriter {
    private static final double MIDDLE = 3.03;
    private static final double NOISE = 0.8;
    private static final double CHOOSINESS = 0.5;
    private static final double LIKED_ENOUGH = 2.5;
    private static final int MOST_TRIES = 60;
    private static final long OPENING = 956_703_600;
    private static final int YEARS_OF_USE = 94_608_000;
    private static final int LONGEST_PAUSE = 180;
    private static final double NEXT_VISIT = 0.02;
    private static final int LONGEST_ABSENCE = 5_184_000;

    private final Catalogue items;
    private final Writer file;
    private final int[] ratedBy;

    RatingWriter(Catalogue items, Writer file) {
        this.items = items;
        this.file = file;
        this.ratedBy = new int[items.size()];
        Arrays.fill(ratedBy, -1);
    }

    /**
     * Writes a user's ratings, each of another item, at increasing times.
     *
     * @param user counted from 1
     * @param count at most half of the items
     */
    void write(int user, Person person, int count, Dice dice) throws IOException {
        long time = OPENING + dice.below(YEARS_OF_USE);
        for (int written = 0; written < count; written++) {
            int item = choose(user, person, dice);
            ratedBy[item] = user;
            int stars = stars(person, item, dice);
            file.write(user + "::" + (item + 1) + "::" + stars + "::" + time + "\n");
            time += pause(dice);
        }
    }

    /** A popular item, rather one they will like, that they have not rated. */
    private int choose(int user, Person person, Dice dice) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int item = items.draw(dice);
            double liking = Math.min(LIKED_ENOUGH, person.liking(items, item)) - LIKED_ENOUGH;
            boolean chosen = dice.fraction() < StrictMath.exp(CHOOSINESS * liking);
            if (ratedBy[item] != user && chosen) {
                return item;
            }
        }
        return anyUnrated(user, dice);
    }

    private int anyUnrated(int user, Dice dice) {
        int item = dice.below(items.size());
        while (ratedBy[item] == user) {
            item = item + 1 == items.size() ? 0 : item + 1;
        }
        return item;
    }

    private int stars(Person person, int item, Dice dice) {
        double opinion =
                MIDDLE + person.mildness() + person.liking(items, item) + NOISE * dice.normal();
        return (int) Math.clamp(StrictMath.floor(opinion + 0.5), 1, 5);
    }

    private static long pause(Dice dice) {
        return dice.fraction() < NEXT_VISIT
                ? 1 + dice.below(LONGEST_ABSENCE)
                : 1 + dice.below(LONGEST_PAUSE);
    }
}
