package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class ContentKernelTest {
    private static final List<CatalogueItem> ITEMS =
            List.of(
                    item("1", "Silver River", "Comedy", 1940),
                    item("2", "Iron Gate", "Comedy", 1940),
                    item("3", "Night Train", "Comedy", 1990),
                    item("4", "Cold Harbour", "Western", 1940),
                    item("5", "Last Valley", "Western", 1990),
                    item("6", "River Song", "Comedy", 1990),
                    item("7", "River Bend", "Western", 1990),
                    new CatalogueItem("8", "", Map.of(), Map.of(), 0));

    private static CatalogueItem item(String id, String title, String kind, double year) {
        return new CatalogueItem(id, title, Map.of("kind", List.of(kind)), Map.of("year", year), 0);
    }

    private static Matrix likeness(int[] rows, int... others) {
        try (Workers workers = Workers.of(2)) {
            return new ContentKernel(ITEMS).comparedWith(others).likeness(rows, workers);
        }
    }

    @Test
    void whatIsAlikeInTwoWaysIsMoreAlikeThanBothTogether() {
        Matrix ofFirst = likeness(new int[] {1}, 2, 3, 4, 5);
        float nothing = ofFirst.at(0, 3);
        float kind = ofFirst.at(0, 1) - nothing;
        float year = ofFirst.at(0, 2) - nothing;
        float both = ofFirst.at(0, 0) - nothing;

        assertThat(kind).isPositive();
        assertThat(year).isPositive();
        assertThat(both).isGreaterThan(kind + year + 0.3f);
    }

    @Test
    void aWordCountsMoreAmongItemsOfTheSameKind() {
        Matrix ofFirst = likeness(new int[] {1}, 6, 3, 7, 5);
        float wordAndKind = ofFirst.at(0, 0) - ofFirst.at(0, 1);
        float word = ofFirst.at(0, 2) - ofFirst.at(0, 3);

        assertThat(word).isPositive();
        assertThat(wordAndKind).isGreaterThan(word + 0.1f);
    }

    @Test
    void itIsTheSameBothWaysAndHighestForAnItemAndItself() {
        int[] all = {1, 2, 3, 4, 5, 6, 7, 8};
        Matrix likeness = likeness(all, all);
        for (int row = 0; row < all.length; row++) {
            for (int other = 0; other < all.length; other++) {
                assertThat(likeness.at(row, other))
                        .isEqualTo(likeness.at(other, row), within(1e-6f))
                        .isLessThanOrEqualTo(likeness.at(row, row) + 1e-6f);
            }
        }
    }

    @Test
    void anItemWithoutContentIsLikeNothing() {
        assertThat(likeness(new int[] {8}, 1, 4, 8).row(0)).containsOnly(0);
    }
}
