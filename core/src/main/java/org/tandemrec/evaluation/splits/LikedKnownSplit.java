package org.tandemrec.evaluation.splits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.features.Vocabulary;

/**
 * Cold users who say what they like: of each user's held-out interactions some liked ones, drawn by
 * chance, are known when recommendations are asked for; they are neither learnt from nor relevant.
 * Liked is what has at least the mean value of the user's held-out interactions. At least one
 * interaction stays held out.
 *
 * @param plan holds out cold users
 * @param count how many liked interactions of each, fewer where a user has fewer
 */
record LikedKnownSplit(SplitPlan plan, int count) implements SplitPlan {
    LikedKnownSplit {
        if (count < 1) {
            throw new BadInputException(
                    "liked items of cold users are %d, expected at least 1".formatted(count));
        }
    }

    static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(
                    "liked items of cold users are '%s', expected a number of at least 1 such as 5"
                            .formatted(text),
                    notANumber);
        }
    }

    @Override
    public Split split(Dataset dataset, long seed) {
        Split cold = plan.split(dataset, seed);
        if (cold.kind() != SplitKind.COLD_USERS) {
            throw new BadInputException(
                    "split '%s' has no cold users of whom liked items could be known; take cold-users or a file of users"
                            .formatted(cold.name()));
        }
        boolean[] known = draw(cold.heldOut(), new SplittableRandom(seed));
        return new Split(
                cold.kind(),
                cold.name() + LIKED + count,
                "%s, and up to %d items they liked".formatted(cold.meaning(), count),
                cold.train(),
                select(cold.heldOut(), known, true),
                select(cold.heldOut(), known, false),
                cold.ranked(),
                cold.notices());
    }

    private static Interactions select(Interactions interactions, boolean[] marks, boolean mark) {
        return interactions.select(
                IntStream.range(0, marks.length).filter(row -> marks[row] == mark).toArray());
    }

    /** Marks the known rows, user by user in natural order of their ids. */
    private boolean[] draw(Interactions heldOut, SplittableRandom random) {
        boolean[] known = new boolean[heldOut.size()];
        for (List<Integer> rows : rowsByUser(heldOut)) {
            List<Integer> liked = liked(heldOut, rows);
            int most = Math.min(count, Math.min(liked.size(), rows.size() - 1));
            for (int drawn = 0; drawn < most; drawn++) {
                int place = random.nextInt(liked.size());
                known[liked.get(place)] = true;
                liked.subList(place, place + 1).clear();
            }
        }
        return known;
    }

    private static List<List<Integer>> rowsByUser(Interactions heldOut) {
        List<String> ids = heldOut.users().dictionary();
        List<List<Integer>> byCode = new ArrayList<>();
        ids.forEach(_ -> byCode.add(new ArrayList<>()));
        for (int row = 0; row < heldOut.size(); row++) {
            byCode.get(heldOut.users().code(row)).add(row);
        }
        Vocabulary order = Vocabulary.ofDistinct(ids);
        Integer[] codes = new Integer[ids.size()];
        Arrays.setAll(codes, code -> code);
        Arrays.sort(codes, Comparator.comparingInt(code -> order.rowOf(ids.get(code))));
        return Arrays.stream(codes).map(byCode::get).filter(rows -> !rows.isEmpty()).toList();
    }

    private static List<Integer> liked(Interactions heldOut, List<Integer> rows) {
        double mean = rows.stream().mapToDouble(heldOut::value).average().orElse(0);
        return new ArrayList<>(rows.stream().filter(row -> heldOut.value(row) >= mean).toList());
    }
}
