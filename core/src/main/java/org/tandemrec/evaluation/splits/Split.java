package org.tandemrec.evaluation.splits;

import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;

/**
 * A dataset divided into what may be learnt and what is asked afterwards.
 *
 * @param kind what it asks of a recommender
 * @param name the option or file that made it
 * @param meaning one line for people
 * @param train what may be learnt: all users and items, and the interactions of the train part
 * @param validation interactions that are not learnt but known when the recommendations are asked
 *     for: those between the two parts in time, or what cold people say they like; empty for most
 *     splits
 * @param heldOut what is asked
 * @param ranked which items are ranked for a user
 * @param notices what was understood of a test file and what was left out, with counts
 */
public record Split(
        SplitKind kind,
        String name,
        String meaning,
        Dataset train,
        Interactions validation,
        Interactions heldOut,
        RankedItems ranked,
        List<String> notices) {
    public Split {
        notices = List.copyOf(notices);
    }

    /**
     * The split that asks for the validation part instead, for choosing settings; empty where there
     * is no such part.
     */
    public Optional<Split> validating() {
        if (validation.size() == 0 || kind == SplitKind.COLD_USERS) {
            return Optional.empty();
        }
        Interactions none = validation.select(new int[0]);
        return Optional.of(
                new Split(
                        kind,
                        name + ", validation part",
                        meaning + " (asked for the validation part)",
                        train,
                        none,
                        validation,
                        ranked,
                        notices));
    }
}
