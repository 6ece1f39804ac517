package org.tandemrec.evaluation.scorers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Baseline: everybody gets the items with the most interactions among the people of their group in
 * the train part; ties by popularity among all. A person of no known group gets plain popularity.
 */
final class GroupPopularity implements Scorer {
    private final PersonGroups groups;
    private final Map<List<String>, int[]> counts;
    private final float[] shares;

    private GroupPopularity(PersonGroups groups, Map<List<String>, int[]> counts, float[] shares) {
        this.groups = groups;
        this.counts = counts;
        this.shares = shares;
    }

    static GroupPopularity of(PersonGroups groups, List<Person> people, Popularity popularity) {
        float[] shares = popularity.shares();
        Map<List<String>, int[]> counts = new HashMap<>();
        for (Person person : people) {
            for (List<String> group : groups.groupsOf(person)) {
                int[] ofGroup = counts.computeIfAbsent(group, unseen -> new int[shares.length]);
                count(person.history(), ofGroup);
            }
        }
        return new GroupPopularity(groups, counts, shares);
    }

    private static void count(History history, int[] counts) {
        for (int event = 0; event < history.size(); event++) {
            counts[history.item(event)]++;
        }
    }

    @Override
    public String name() {
        return "groupPopularity";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        for (int row = 0; row < into.length; row++) {
            System.arraycopy(shares, 0, into[row], 0, shares.length);
            List<List<String>> ofPerson = groups.groupsOf(people.get(row));
            if (!ofPerson.isEmpty()) {
                add(counts.getOrDefault(ofPerson.getLast(), new int[shares.length]), into[row]);
            }
        }
    }

    private static void add(int[] counts, float[] into) {
        for (int item = 0; item < into.length; item++) {
            into[item] += counts[item];
        }
    }
}
