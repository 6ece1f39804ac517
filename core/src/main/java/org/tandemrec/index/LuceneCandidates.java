package org.tandemrec.index;

import java.util.Arrays;

/** Documents with their true inner products, growing as they are found. */
final class LuceneCandidates {
    private int[] documents = new int[64];
    private float[] scores = new float[64];
    private int size;

    void add(int document, float score) {
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        documents[size] = document;
        scores[size++] = score;
    }

    int size() {
        return size;
    }

    int document(int place) {
        return documents[place];
    }

    float score(int place) {
        return scores[place];
    }

    /**
     * The score of the k-th best; all that reach it are the k best and those that tie with the last
     * of them.
     */
    float scoreOf(int k) {
        if (size == 0) {
            return Float.NEGATIVE_INFINITY;
        }
        float[] ascending = Arrays.copyOf(scores, size);
        Arrays.sort(ascending);
        return ascending[Math.max(0, size - k)];
    }
}
