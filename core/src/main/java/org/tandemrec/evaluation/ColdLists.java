package org.tandemrec.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemrec.evaluation.metrics.ListMetric;
import org.tandemrec.evaluation.metrics.RecommendedLists;
import org.tandemrec.evaluation.scorers.History;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.scorers.Scorer;

/**
 * How personal the lists of cold people are: asks for one list for every combination of attributes
 * ({@link AttributeCombinations}), all items ranked. {@code coldOverlap} is the mean over all pairs
 * of {@code |A and B| / k}, 1 where everybody gets the same; {@code coldDistinctLists} counts the
 * different lists, their order included.
 */
final class ColdLists {
    private static final int BLOCK = 256;

    private final Tasks tasks;
    private final int length;
    private final RecommendedLists lists;
    private final Set<List<Integer>> distinct = new HashSet<>();

    private ColdLists(Tasks tasks, int length) {
        this.tasks = tasks;
        this.length = length;
        this.lists = tasks.noLists();
    }

    /**
     * The two metrics by name; none where there are fewer than two combinations, or some of these
     * people get no answer.
     */
    static Map<String, Double> of(Tasks tasks, Scorer scorer, int length) {
        ColdLists cold = new ColdLists(tasks, length);
        List<Person> people = tasks.combinations();
        if (!people.stream().allMatch(scorer::answers)) {
            return Map.of();
        }
        for (int from = 0; from < people.size(); from += BLOCK) {
            cold.add(people.subList(from, Math.min(from + BLOCK, people.size())), scorer);
        }
        return cold.metrics();
    }

    private void add(List<Person> people, Scorer scorer) {
        float[][] scores = new float[people.size()][tasks.catalogueSize()];
        scorer.scores(people, scores);
        boolean[] all = new boolean[tasks.catalogueSize()];
        Arrays.fill(all, true);
        for (float[] row : scores) {
            int[] list = RankedList.of(row, all, History.empty(), length).top(length);
            lists.add(list);
            distinct.add(Arrays.stream(list).boxed().toList());
        }
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        ListMetric.overlap()
                .of(lists)
                .ifPresent(
                        overlap -> {
                            metrics.put("coldOverlap", overlap);
                            metrics.put("coldDistinctLists", (double) distinct.size());
                        });
        return metrics;
    }
}
