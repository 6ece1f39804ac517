package org.tandemrec.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the allowed word that somebody most likely meant. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The allowed word nearest to the given one by edit distance, letter case aside; empty where
     * none shares at least half of its letters. Ties break in the order of {@code allowed}.
     */
    public static Optional<String> nearest(String given, Collection<String> allowed) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= most(word))
                .min(
                        Comparator.comparingInt(
                                word -> distance(wanted, word.toLowerCase(Locale.ROOT))));
    }

    /** Such as {@code "; did you mean 'programmer'?"}, or nothing. */
    public static String hint(String given, Collection<String> allowed) {
        return nearest(given, allowed).map("; did you mean '%s'?"::formatted).orElse("");
    }

    private static int most(String word) {
        return Math.max(1, word.length() / 2);
    }

    /** Edit distance with insertion, deletion and substitution (Levenshtein 1966). */
    private static int distance(String left, String right) {
        int[] costs = new int[right.length() + 1];
        for (int column = 0; column < costs.length; column++) {
            costs[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int diagonal = costs[0];
            costs[0] = row;
            for (int column = 1; column < costs.length; column++) {
                int substituted =
                        diagonal + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = costs[column];
                costs[column] =
                        Math.min(substituted, 1 + Math.min(costs[column], costs[column - 1]));
            }
        }
        return costs[right.length()];
    }
}
