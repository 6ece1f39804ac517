package org.tandemrec.index;

/**
 * The best rows of a scan: a binary heap with the worst of them on top, ties going to the lower
 * row. Rows must be offered in ascending order.
 */
final class TopRows {
    private final float[] scores;
    private final int[] rows;
    private int size;

    /**
     * @param capacity how many rows are kept, at least 1
     */
    TopRows(int capacity) {
        this.scores = new float[capacity];
        this.rows = new int[capacity];
    }

    /**
     * Offers the rows of a tile.
     *
     * @param accepted a bit for each row that may be kept
     * @param first the row number of the tile's first row
     */
    void offer(float[] tileScores, long accepted, int first) {
        for (long left = accepted; left != 0; left &= left - 1) {
            int lane = Long.numberOfTrailingZeros(left);
            if (size < rows.length) {
                add(tileScores[lane], first + lane);
            } else if (tileScores[lane] > scores[0]) {
                sink(0, tileScores[lane], first + lane);
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    float worstScore() {
        return scores[0];
    }

    /** Takes out the worst row kept. */
    int removeWorst() {
        int worst = rows[0];
        size--;
        sink(0, scores[size], rows[size]);
        return worst;
    }

    private void add(float score, int row) {
        int place = size++;
        while (place > 0 && isWorse(score, row, (place - 1) / 2)) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        set(place, score, row);
    }

    private void sink(int from, float score, int row) {
        int place = from;
        for (int child = worstChild(place); child < size; child = worstChild(place)) {
            if (isWorse(score, row, child)) {
                break;
            }
            move(child, place);
            place = child;
        }
        set(place, score, row);
    }

    private int worstChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < size && isWorse(scores[right], rows[right], left) ? right : left;
    }

    private boolean isWorse(float score, int row, int than) {
        return score < scores[than] || (score == scores[than] && row > rows[than]);
    }

    private void move(int from, int to) {
        set(to, scores[from], rows[from]);
    }

    private void set(int place, float score, int row) {
        scores[place] = score;
        rows[place] = row;
    }
}
