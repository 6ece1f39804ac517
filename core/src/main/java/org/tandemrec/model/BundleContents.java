package org.tandemrec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tandemrec.data.Recipe;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.Vocabularies;

/**
 * Everything a new bundle is made of.
 *
 * @param preset the towers' preset
 * @param seed the seed they were trained with
 * @param recipe what the data was read by
 * @param vocabularies of the towers' inputs
 * @param users every user as codes, row 0 the unknown one
 * @param items every item as codes, row 0 the unknown one
 * @param catalogue every item as people see it; the first is the item of row 1
 * @param interactions what the users did
 * @param towers the trained towers
 * @param metrics what was measured while training
 * @param settings the training settings
 * @param reports further files, by name, such as the run card
 */
public record BundleContents(
        String preset,
        long seed,
        Recipe recipe,
        Vocabularies vocabularies,
        EncodedTable users,
        EncodedTable items,
        List<CatalogueItem> catalogue,
        EncodedInteractions interactions,
        TowerPair towers,
        Map<String, Double> metrics,
        Map<String, String> settings,
        Map<String, String> reports) {
    private static final Pattern PLAIN_NAME = Pattern.compile("\\w[\\w.-]*");

    public BundleContents {
        catalogue = List.copyOf(catalogue);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
        requireRows("users", vocabularies.userIds().rows(), users.rows());
        requireRows("items", vocabularies.itemIds().rows(), items.rows());
        requireRows("catalogue", catalogue.size() + 1, items.rows());
        reports.keySet().forEach(BundleContents::requireFreeName);
    }

    private static void requireRows(String what, int found, int encoded) {
        if (found != encoded) {
            throw new IllegalArgumentException(
                    "%s: %d rows beside %d encoded ones".formatted(what, found, encoded));
        }
    }

    private static void requireFreeName(String report) {
        if (!PLAIN_NAME.matcher(report).matches() || BundleFiles.isOwn(report)) {
            throw new IllegalArgumentException(
                    "report '%s', expected the plain name of a further file".formatted(report));
        }
    }

    /** The same contents with these further files, by name. */
    public BundleContents with(Map<String, String> otherReports) {
        return new BundleContents(
                preset,
                seed,
                recipe,
                vocabularies,
                users,
                items,
                catalogue,
                interactions,
                towers,
                metrics,
                settings,
                otherReports);
    }
}
