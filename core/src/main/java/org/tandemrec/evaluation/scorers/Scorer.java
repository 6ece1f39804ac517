package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.Optional;

/**
 * A recommender as it is judged: it says how well each item of the catalogue suits a person. Asked
 * for blocks of people, so that vectors can be multiplied as matrices. Called from one thread.
 */
public interface Scorer {
    /** The name under which its metrics are shown: a preset or a baseline. */
    String name();

    /**
     * Scores every item for every person of a block. Only the order of a person's scores counts;
     * items they have met need no special treatment.
     *
     * @param people at least one person
     * @param into one row a person, one cell an item in the order of the {@link ItemCatalogue}; all
     *     cells are to be written, none with {@code NaN}
     */
    void scores(List<Person> people, float[][] into);

    /** Whether it has an answer for this person; asked about nobody else. */
    default boolean answers(Person person) {
        return true;
    }

    /** How it predicts values; empty where it only ranks. */
    default Optional<ValuePredictor> valuePredictor() {
        return Optional.empty();
    }
}
