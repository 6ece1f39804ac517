package org.tandemrec.recommend;

import java.util.Comparator;
import java.util.List;
import org.tandemrec.features.Words;
import org.tandemrec.model.CatalogueItem;

/** Finds items by words of their titles. */
public final class TitleSearch {
    private TitleSearch() {}

    /**
     * Items whose titles have, for each of the words, a word that begins with it; the most popular
     * first, ties by id.
     */
    public static List<CatalogueItem> find(List<CatalogueItem> catalogue, String words, int most) {
        List<String> wanted = Words.of(words);
        return catalogue.stream()
                .filter(item -> matches(Words.of(item.title()), wanted))
                .sorted(
                        Comparator.comparingInt(CatalogueItem::interactions)
                                .reversed()
                                .thenComparing(CatalogueItem::id))
                .limit(most)
                .toList();
    }

    private static boolean matches(List<String> title, List<String> wanted) {
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(
                                prefix -> title.stream().anyMatch(word -> word.startsWith(prefix)));
    }
}
