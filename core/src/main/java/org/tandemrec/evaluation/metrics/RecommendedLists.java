package org.tandemrec.evaluation.metrics;

/**
 * The lists of many people, as far as the metrics of lists need them: how often each item stands in
 * one of them. Filled by one thread.
 */
public final class RecommendedLists {
    private final int[] appearances;
    private final int[] trainUsersOfItem;
    private final int trainUsers;
    private final int rankable;
    private int lists;
    private int longest;

    /**
     * No lists yet.
     *
     * @param trainUsersOfItem for each item how many users of the train part have met it
     * @param trainUsers how many users the train part has
     * @param rankable how many items could stand in a list at all
     */
    public RecommendedLists(int[] trainUsersOfItem, int trainUsers, int rankable) {
        this.appearances = new int[trainUsersOfItem.length];
        this.trainUsersOfItem = trainUsersOfItem.clone();
        this.trainUsers = trainUsers;
        this.rankable = rankable;
    }

    /** Adds one person's list: distinct items, as positions. */
    public void add(int[] list) {
        lists++;
        longest = Math.max(longest, list.length);
        for (int item : list) {
            appearances[item]++;
        }
    }

    int lists() {
        return lists;
    }

    /** The length of the longest list. */
    int longest() {
        return longest;
    }

    int items() {
        return appearances.length;
    }

    int rankable() {
        return rankable;
    }

    /** In how many lists an item stands. */
    int appearances(int item) {
        return appearances[item];
    }

    /** How many entries all lists have together. */
    long entries() {
        long entries = 0;
        for (int count : appearances) {
            entries += count;
        }
        return entries;
    }

    /** How many users of the train part have met an item. */
    int trainUsersOf(int item) {
        return trainUsersOfItem[item];
    }

    int trainUsers() {
        return trainUsers;
    }
}
