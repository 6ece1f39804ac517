package org.tandemrec.evaluation.report;

import java.util.Optional;
import org.tandemrec.data.Dataset;

/**
 * What a run learnt from.
 *
 * @param recipe the recipe's name
 * @param title the data as a person says it
 * @param licence one line on what may be done with it
 * @param users how many users
 * @param items how many items
 * @param interactions how many interactions
 */
public record DataSummary(
        String recipe,
        String title,
        Optional<String> licence,
        int users,
        int items,
        int interactions) {
    /** A dataset's summary. */
    public static DataSummary of(Dataset dataset) {
        return new DataSummary(
                dataset.recipe().name(),
                dataset.recipe().title(),
                dataset.recipe().licence(),
                dataset.users().size(),
                dataset.items().size(),
                dataset.interactions().size());
    }
}
