package org.tandemrec.evaluation;

/**
 * Keeps the best k of many scored items: a bounded heap with the worst of them on top. A higher
 * score is better; of equal scores the item that stands earlier in the catalogue is.
 */
final class TopItems {
    private final float[] scores;
    private final int[] items;
    private int size;

    TopItems(int k) {
        scores = new float[k];
        items = new int[k];
    }

    /** Whether the first of two scored items comes before the second. */
    static boolean before(float score, int item, float otherScore, int otherItem) {
        return score > otherScore || (score == otherScore && item < otherItem);
    }

    void offer(float score, int item) {
        if (size < items.length) {
            siftUp(size++, score, item);
        } else if (before(score, item, scores[0], items[0])) {
            siftDown(score, item);
        }
    }

    private void siftUp(int from, float score, int item) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (before(score, item, scores[parent], items[parent])) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        set(place, score, item);
    }

    private void siftDown(float score, int item) {
        int place = 0;
        for (int child = worseChild(place); child < size; child = worseChild(place)) {
            if (!before(score, item, scores[child], items[child])) {
                break;
            }
            move(child, place);
            place = child;
        }
        set(place, score, item);
    }

    private int worseChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        boolean rightIsWorse =
                right < size && before(scores[left], items[left], scores[right], items[right]);
        return rightIsWorse ? right : left;
    }

    private void move(int from, int to) {
        set(to, scores[from], items[from]);
    }

    private void set(int place, float score, int item) {
        scores[place] = score;
        items[place] = item;
    }

    /** Takes all items out, best first. */
    int[] drain() {
        int[] ordered = new int[size];
        while (size > 0) {
            ordered[size - 1] = items[0];
            size--;
            if (size > 0) {
                siftDown(scores[size], items[size]);
            }
        }
        return ordered;
    }
}
