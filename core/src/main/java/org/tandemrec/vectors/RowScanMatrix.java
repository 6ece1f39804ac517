package org.tandemrec.vectors;

/**
 * Rows of floats laid out for scanning: tiles of 64 rows, and within a tile the 64 first
 * components, then the 64 second ones, and so on. A tile is read from its first byte to its last,
 * every lane is a row of its own, and no sum crosses lanes; so a score is one chain of fused
 * multiply-adds in the order of the components, the same bits on every width.
 *
 * <p>Not safe for writing while others read; safe for any number of readers once it is filled.
 */
public final class RowScanMatrix {
    /** Rows in a tile: one bit each in a {@code long}. */
    public static final int TILE = Long.SIZE;

    private final int rows;
    private final int dimension;
    private final float[] tiles;

    /** A matrix of zeros. */
    public RowScanMatrix(int rows, int dimension) {
        this(rows, dimension, new float[length(rows, dimension)]);
    }

    private RowScanMatrix(int rows, int dimension, float[] tiles) {
        this.rows = rows;
        this.dimension = dimension;
        this.tiles = tiles;
    }

    /** Adopts an array in this layout, of {@link #length} floats, without copying it. */
    public static RowScanMatrix adopting(int rows, int dimension, float[] tiles) {
        if (tiles.length != length(rows, dimension)) {
            throw new IllegalArgumentException(
                    "%d floats for %d rows of %d, expected %d"
                            .formatted(tiles.length, rows, dimension, length(rows, dimension)));
        }
        return new RowScanMatrix(rows, dimension, tiles);
    }

    /** Floats that so many rows need, the last tile filled up with zeros. */
    public static int length(int rows, int dimension) {
        return Math.multiplyExact(Math.multiplyExact(tilesOf(rows), TILE), dimension);
    }

    /** Tiles that so many rows need. */
    public static int tilesOf(int rows) {
        return Math.ceilDiv(rows, TILE);
    }

    public int rows() {
        return rows;
    }

    public int dimension() {
        return dimension;
    }

    public int tileCount() {
        return tilesOf(rows);
    }

    /** Copies the values into a row. */
    public void setRow(int row, float[] values) {
        int start = start(row);
        for (int component = 0; component < dimension; component++) {
            tiles[start + component * TILE] = values[component];
        }
    }

    /** A copy of a row. */
    public float[] row(int row) {
        int start = start(row);
        float[] values = new float[dimension];
        for (int component = 0; component < dimension; component++) {
            values[component] = tiles[start + component * TILE];
        }
        return values;
    }

    /** The array itself, in this class's layout, to be written to a file; not to be changed. */
    public float[] tiles() {
        return tiles;
    }

    private int start(int row) {
        return row / TILE * TILE * dimension + row % TILE;
    }
}
