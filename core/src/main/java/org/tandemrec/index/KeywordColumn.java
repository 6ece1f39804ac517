package org.tandemrec.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One field's keywords of all rows. */
final class KeywordColumn {
    private final String name;
    private final List<String> dictionary;
    private final int[] ends;
    private final int[] ordinals;

    /**
     * @param dictionary the distinct keywords, ascending
     * @param ends where each row's part of the ordinals ends
     * @param ordinals places in the dictionary, row after row
     */
    KeywordColumn(String name, List<String> dictionary, int[] ends, int[] ordinals) {
        this.name = name;
        this.dictionary = dictionary;
        this.ends = ends;
        this.ordinals = ordinals;
    }

    /** The column of a field over all items, those without it having no keywords. */
    static KeywordColumn of(String name, List<IndexedItem> items) {
        List<Set<String>> perRow = items.stream().map(item -> keywords(item, name)).toList();
        TreeSet<String> distinct = new TreeSet<>();
        perRow.forEach(distinct::addAll);
        List<String> dictionary = List.copyOf(distinct);
        int[] ends = perRow.stream().mapToInt(Set::size).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] ordinals =
                perRow.stream().flatMapToInt(set -> ordinals(dictionary, set).sorted()).toArray();
        return new KeywordColumn(name, dictionary, ends, ordinals);
    }

    private static Set<String> keywords(IndexedItem item, String name) {
        return item.fields().get(name) instanceof FieldValue.Keywords(Set<String> values)
                ? values
                : Set.of();
    }

    private static IntStream ordinals(List<String> dictionary, Set<String> keywords) {
        return keywords.stream()
                .mapToInt(keyword -> Collections.binarySearch(dictionary, keyword))
                .filter(ordinal -> ordinal >= 0);
    }

    String name() {
        return name;
    }

    List<String> dictionary() {
        return dictionary;
    }

    int[] ends() {
        return ends;
    }

    int[] ordinals() {
        return ordinals;
    }

    BitSet rowsWithAnyOf(Set<String> keywords) {
        BitSet wanted = new BitSet();
        ordinals(dictionary, keywords).forEach(wanted::set);
        BitSet rows = new BitSet(ends.length);
        for (int row = 0; row < ends.length; row++) {
            if (hasAnyOf(wanted, row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private boolean hasAnyOf(BitSet wanted, int row) {
        for (int place = start(row); place < ends[row]; place++) {
            if (wanted.get(ordinals[place])) {
                return true;
            }
        }
        return false;
    }

    /** A row's keywords; empty where it has none. */
    Set<String> at(int row) {
        TreeSet<String> keywords = new TreeSet<>();
        for (int place = start(row); place < ends[row]; place++) {
            keywords.add(dictionary.get(ordinals[place]));
        }
        return keywords;
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
