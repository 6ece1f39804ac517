package org.tandemrec.reading;

import java.util.Arrays;

/** A growing row of whole numbers. */
final class IntCells {
    private int[] cells = new int[1024];
    private int size;

    void add(int cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size + (size >> 1));
        }
        cells[size++] = cell;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(cells, size);
    }
}
