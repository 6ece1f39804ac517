package org.tandemrec.data;

/**
 * Users, items and interactions, as read and never changed.
 *
 * @param recipe what they were read by
 * @param users every user, also those without an interaction
 * @param items every item, also those without an interaction
 * @param interactions between these users and these items
 * @param scale the values the interactions have
 * @param report what became of the rows of the files
 */
public record Dataset(
        Recipe recipe,
        Entities users,
        Entities items,
        Interactions interactions,
        ValueScale scale,
        ReadingReport report) {
    /** The same users and items with other interactions between them: a part of a split. */
    public Dataset with(Interactions others) {
        return new Dataset(recipe, users, items, others, scale, report);
    }
}
