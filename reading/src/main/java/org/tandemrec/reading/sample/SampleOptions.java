package org.tandemrec.reading.sample;

import org.tandemrec.data.BadInputException;

/**
 * How much synthetic data to write.
 *
 * @param users how many users; option {@code --users}
 * @param items how many items; option {@code --items}
 * @param interactions how many ratings, from one a user to half of all pairs; option {@code
 *     --interactions}
 * @param seed the same seed gives the same bytes on every machine; option {@code --seed}
 */
public record SampleOptions(int users, int items, long interactions, long seed) {
    public SampleOptions {
        if (users < 1 || items < 2) {
            throw new BadInputException(
                    "users are %d and items %d, expected at least 1 and 2".formatted(users, items));
        }
        long most = users * (long) (items / 2);
        if (interactions < users || interactions > most) {
            throw new BadInputException(
                    "interactions are %d, expected from one a user (%d) to half of all pairs (%d)"
                            .formatted(interactions, users, most));
        }
    }

    /** 2,000 users, 1,000 items and 150,000 ratings. */
    public static SampleOptions standard() {
        return new SampleOptions(2_000, 1_000, 150_000, 1);
    }
}
