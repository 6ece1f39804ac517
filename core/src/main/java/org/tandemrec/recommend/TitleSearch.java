package org.tandemrec.recommend;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.tandemrec.features.Words;
import org.tandemrec.model.CatalogueItem;

/** Finds items by words of their titles. */
public final class TitleSearch {
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private TitleSearch() {}

    /**
     * Items whose titles have, for each of the words, a word that begins with it; letter case and
     * accents do not count. The most popular first, ties by id.
     *
     * @param most how many items at most
     */
    public static List<CatalogueItem> find(List<CatalogueItem> catalogue, String words, int most) {
        List<String> wanted = plainWords(words);
        return catalogue.stream()
                .filter(item -> matches(plainWords(item.title()), wanted))
                .sorted(
                        Comparator.comparingInt(CatalogueItem::interactions)
                                .reversed()
                                .thenComparing(CatalogueItem::id))
                .limit(most)
                .toList();
    }

    private static List<String> plainWords(String text) {
        return Words.of(
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll(""));
    }

    private static boolean matches(List<String> title, List<String> wanted) {
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(
                                prefix -> title.stream().anyMatch(word -> word.startsWith(prefix)));
    }
}
