package org.tandemrec.evaluation;

import org.tandemrec.evaluation.scorers.InteractionsByUser;
import org.tandemrec.evaluation.scorers.ItemCatalogue;
import org.tandemrec.evaluation.scorers.People;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitKind;

/** The people a split asks about. */
public final class AskedPeople {
    private AskedPeople() {}

    /**
     * What is known of everybody when a split asks: the train part, and what was known later. Cold
     * people say what they like, in no order.
     */
    public static People of(Split split, ItemCatalogue catalogue) {
        InteractionsByUser later = InteractionsByUser.of(split.validation(), catalogue);
        return new People(
                split.train().users(),
                InteractionsByUser.of(split.train().interactions(), catalogue),
                split.kind() == SplitKind.COLD_USERS ? later.unordered() : later);
    }
}
