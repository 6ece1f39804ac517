package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product on the Vector API, in register tiles of {@value #TILE_ROWS} rows by one, two
 * or four vectors: the sums of a tile stay in registers while the inner dimension runs through a
 * block that fits the cache. Four vectors need the 32 registers that come with 512 bits. Where
 * fewer rows are left than a tile has, the last row is computed several times and stored alike.
 *
 * <p>The right factor's part of a tile is packed first (Goto and van de Geijn, "Anatomy of
 * High-Performance Matrix Multiplication", 2008): its rows may lie a power of two apart and put
 * each other out of the cache, and steps that are constants leave no index to be checked within the
 * loop.
 */
final class SimdProductKernel implements ProductKernel {
    private static final VectorSpecies<Float> SPECIES = SimdSpecies.WIDEST;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int DEPTH_BLOCK = 256;
    private static final boolean FOUR_FIT = LANES == Matrix.LANES;

    @Override
    public void addRows(Product product, int from, int to) {
        float[] panel =
                new float[Math.min(product.depth(), DEPTH_BLOCK) * (FOUR_FIT ? 4 : 2) * LANES];
        for (int k = 0; k < product.depth(); k += DEPTH_BLOCK) {
            addBlock(product, panel, from, to, k, Math.min(product.depth(), k + DEPTH_BLOCK));
        }
    }

    private static void addBlock(
            Product product, float[] panel, int from, int to, int k, int kEnd) {
        int column = 0;
        if (FOUR_FIT) {
            for (; column + 4 * LANES <= product.width(); column += 4 * LANES) {
                pack(product, panel, column, 4 * LANES, k, kEnd);
                for (int row = from; row < to; row += TILE_ROWS) {
                    addTileOfFour(product, panel, row, to - 1, column, k, kEnd);
                }
            }
        }
        for (; column + 2 * LANES <= product.width(); column += 2 * LANES) {
            pack(product, panel, column, 2 * LANES, k, kEnd);
            for (int row = from; row < to; row += TILE_ROWS) {
                addTileOfTwo(product, panel, row, to - 1, column, k, kEnd);
            }
        }
        for (; column < product.width(); column += LANES) {
            pack(product, panel, column, LANES, k, kEnd);
            for (int row = from; row < to; row += TILE_ROWS) {
                addTileOfOne(product, panel, row, to - 1, column, k, kEnd);
            }
        }
    }

    /**
     * Moves some columns of the right factor side by side: those of the first k, of the next ...
     */
    private static void pack(
            Product product, float[] panel, int column, int columns, int k, int kEnd) {
        float[] right = product.right().values();
        int stride = product.right().stride();
        int start = product.right().start() + k * stride + column;
        for (int at = 0; at < kEnd - k; at++) {
            for (int lane = 0; lane < columns; lane += LANES) {
                FloatVector.fromArray(SPECIES, right, start + at * stride + lane)
                        .intoArray(panel, at * columns + lane);
            }
        }
    }

    private static void addTileOfFour(
            Product product, float[] panel, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        int target0 = product.target().start() + row0 * product.target().stride() + column;
        int target1 = product.target().start() + row1 * product.target().stride() + column;
        int target2 = product.target().start() + row2 * product.target().stride() + column;
        int target3 = product.target().start() + row3 * product.target().stride() + column;
        int target4 = product.target().start() + row4 * product.target().stride() + column;
        int target5 = product.target().start() + row5 * product.target().stride() + column;
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, target0);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, target, target0 + LANES);
        FloatVector sum02 = FloatVector.fromArray(SPECIES, target, target0 + 2 * LANES);
        FloatVector sum03 = FloatVector.fromArray(SPECIES, target, target0 + 3 * LANES);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, target1);
        FloatVector sum11 = FloatVector.fromArray(SPECIES, target, target1 + LANES);
        FloatVector sum12 = FloatVector.fromArray(SPECIES, target, target1 + 2 * LANES);
        FloatVector sum13 = FloatVector.fromArray(SPECIES, target, target1 + 3 * LANES);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, target2);
        FloatVector sum21 = FloatVector.fromArray(SPECIES, target, target2 + LANES);
        FloatVector sum22 = FloatVector.fromArray(SPECIES, target, target2 + 2 * LANES);
        FloatVector sum23 = FloatVector.fromArray(SPECIES, target, target2 + 3 * LANES);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, target3);
        FloatVector sum31 = FloatVector.fromArray(SPECIES, target, target3 + LANES);
        FloatVector sum32 = FloatVector.fromArray(SPECIES, target, target3 + 2 * LANES);
        FloatVector sum33 = FloatVector.fromArray(SPECIES, target, target3 + 3 * LANES);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, target4);
        FloatVector sum41 = FloatVector.fromArray(SPECIES, target, target4 + LANES);
        FloatVector sum42 = FloatVector.fromArray(SPECIES, target, target4 + 2 * LANES);
        FloatVector sum43 = FloatVector.fromArray(SPECIES, target, target4 + 3 * LANES);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, target5);
        FloatVector sum51 = FloatVector.fromArray(SPECIES, target, target5 + LANES);
        FloatVector sum52 = FloatVector.fromArray(SPECIES, target, target5 + 2 * LANES);
        FloatVector sum53 = FloatVector.fromArray(SPECIES, target, target5 + 3 * LANES);
        int start = product.left().start() + k * step;
        int left0 = start + row0 * product.leftRowStride();
        int left1 = start + row1 * product.leftRowStride();
        int left2 = start + row2 * product.leftRowStride();
        int left3 = start + row3 * product.leftRowStride();
        int left4 = start + row4 * product.leftRowStride();
        int left5 = start + row5 * product.leftRowStride();
        for (int at = 0; at < kEnd - k; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, panel, at * 4 * LANES);
            FloatVector right1 = FloatVector.fromArray(SPECIES, panel, at * 4 * LANES + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, panel, at * 4 * LANES + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, panel, at * 4 * LANES + 3 * LANES);
            FloatVector scale0 = FloatVector.broadcast(SPECIES, left[left0 + at * step]);
            sum00 = scale0.fma(right0, sum00);
            sum01 = scale0.fma(right1, sum01);
            sum02 = scale0.fma(right2, sum02);
            sum03 = scale0.fma(right3, sum03);
            FloatVector scale1 = FloatVector.broadcast(SPECIES, left[left1 + at * step]);
            sum10 = scale1.fma(right0, sum10);
            sum11 = scale1.fma(right1, sum11);
            sum12 = scale1.fma(right2, sum12);
            sum13 = scale1.fma(right3, sum13);
            FloatVector scale2 = FloatVector.broadcast(SPECIES, left[left2 + at * step]);
            sum20 = scale2.fma(right0, sum20);
            sum21 = scale2.fma(right1, sum21);
            sum22 = scale2.fma(right2, sum22);
            sum23 = scale2.fma(right3, sum23);
            FloatVector scale3 = FloatVector.broadcast(SPECIES, left[left3 + at * step]);
            sum30 = scale3.fma(right0, sum30);
            sum31 = scale3.fma(right1, sum31);
            sum32 = scale3.fma(right2, sum32);
            sum33 = scale3.fma(right3, sum33);
            FloatVector scale4 = FloatVector.broadcast(SPECIES, left[left4 + at * step]);
            sum40 = scale4.fma(right0, sum40);
            sum41 = scale4.fma(right1, sum41);
            sum42 = scale4.fma(right2, sum42);
            sum43 = scale4.fma(right3, sum43);
            FloatVector scale5 = FloatVector.broadcast(SPECIES, left[left5 + at * step]);
            sum50 = scale5.fma(right0, sum50);
            sum51 = scale5.fma(right1, sum51);
            sum52 = scale5.fma(right2, sum52);
            sum53 = scale5.fma(right3, sum53);
        }
        sum00.intoArray(target, target0);
        sum01.intoArray(target, target0 + LANES);
        sum02.intoArray(target, target0 + 2 * LANES);
        sum03.intoArray(target, target0 + 3 * LANES);
        sum10.intoArray(target, target1);
        sum11.intoArray(target, target1 + LANES);
        sum12.intoArray(target, target1 + 2 * LANES);
        sum13.intoArray(target, target1 + 3 * LANES);
        sum20.intoArray(target, target2);
        sum21.intoArray(target, target2 + LANES);
        sum22.intoArray(target, target2 + 2 * LANES);
        sum23.intoArray(target, target2 + 3 * LANES);
        sum30.intoArray(target, target3);
        sum31.intoArray(target, target3 + LANES);
        sum32.intoArray(target, target3 + 2 * LANES);
        sum33.intoArray(target, target3 + 3 * LANES);
        sum40.intoArray(target, target4);
        sum41.intoArray(target, target4 + LANES);
        sum42.intoArray(target, target4 + 2 * LANES);
        sum43.intoArray(target, target4 + 3 * LANES);
        sum50.intoArray(target, target5);
        sum51.intoArray(target, target5 + LANES);
        sum52.intoArray(target, target5 + 2 * LANES);
        sum53.intoArray(target, target5 + 3 * LANES);
    }

    private static void addTileOfTwo(
            Product product, float[] panel, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        int target0 = product.target().start() + row0 * product.target().stride() + column;
        int target1 = product.target().start() + row1 * product.target().stride() + column;
        int target2 = product.target().start() + row2 * product.target().stride() + column;
        int target3 = product.target().start() + row3 * product.target().stride() + column;
        int target4 = product.target().start() + row4 * product.target().stride() + column;
        int target5 = product.target().start() + row5 * product.target().stride() + column;
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, target0);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, target, target0 + LANES);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, target1);
        FloatVector sum11 = FloatVector.fromArray(SPECIES, target, target1 + LANES);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, target2);
        FloatVector sum21 = FloatVector.fromArray(SPECIES, target, target2 + LANES);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, target3);
        FloatVector sum31 = FloatVector.fromArray(SPECIES, target, target3 + LANES);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, target4);
        FloatVector sum41 = FloatVector.fromArray(SPECIES, target, target4 + LANES);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, target5);
        FloatVector sum51 = FloatVector.fromArray(SPECIES, target, target5 + LANES);
        int start = product.left().start() + k * step;
        int left0 = start + row0 * product.leftRowStride();
        int left1 = start + row1 * product.leftRowStride();
        int left2 = start + row2 * product.leftRowStride();
        int left3 = start + row3 * product.leftRowStride();
        int left4 = start + row4 * product.leftRowStride();
        int left5 = start + row5 * product.leftRowStride();
        for (int at = 0; at < kEnd - k; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, panel, at * 2 * LANES);
            FloatVector right1 = FloatVector.fromArray(SPECIES, panel, at * 2 * LANES + LANES);
            FloatVector scale0 = FloatVector.broadcast(SPECIES, left[left0 + at * step]);
            sum00 = scale0.fma(right0, sum00);
            sum01 = scale0.fma(right1, sum01);
            FloatVector scale1 = FloatVector.broadcast(SPECIES, left[left1 + at * step]);
            sum10 = scale1.fma(right0, sum10);
            sum11 = scale1.fma(right1, sum11);
            FloatVector scale2 = FloatVector.broadcast(SPECIES, left[left2 + at * step]);
            sum20 = scale2.fma(right0, sum20);
            sum21 = scale2.fma(right1, sum21);
            FloatVector scale3 = FloatVector.broadcast(SPECIES, left[left3 + at * step]);
            sum30 = scale3.fma(right0, sum30);
            sum31 = scale3.fma(right1, sum31);
            FloatVector scale4 = FloatVector.broadcast(SPECIES, left[left4 + at * step]);
            sum40 = scale4.fma(right0, sum40);
            sum41 = scale4.fma(right1, sum41);
            FloatVector scale5 = FloatVector.broadcast(SPECIES, left[left5 + at * step]);
            sum50 = scale5.fma(right0, sum50);
            sum51 = scale5.fma(right1, sum51);
        }
        sum00.intoArray(target, target0);
        sum01.intoArray(target, target0 + LANES);
        sum10.intoArray(target, target1);
        sum11.intoArray(target, target1 + LANES);
        sum20.intoArray(target, target2);
        sum21.intoArray(target, target2 + LANES);
        sum30.intoArray(target, target3);
        sum31.intoArray(target, target3 + LANES);
        sum40.intoArray(target, target4);
        sum41.intoArray(target, target4 + LANES);
        sum50.intoArray(target, target5);
        sum51.intoArray(target, target5 + LANES);
    }

    private static void addTileOfOne(
            Product product, float[] panel, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        int target0 = product.target().start() + row0 * product.target().stride() + column;
        int target1 = product.target().start() + row1 * product.target().stride() + column;
        int target2 = product.target().start() + row2 * product.target().stride() + column;
        int target3 = product.target().start() + row3 * product.target().stride() + column;
        int target4 = product.target().start() + row4 * product.target().stride() + column;
        int target5 = product.target().start() + row5 * product.target().stride() + column;
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, target0);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, target1);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, target2);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, target3);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, target4);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, target5);
        int start = product.left().start() + k * step;
        int left0 = start + row0 * product.leftRowStride();
        int left1 = start + row1 * product.leftRowStride();
        int left2 = start + row2 * product.leftRowStride();
        int left3 = start + row3 * product.leftRowStride();
        int left4 = start + row4 * product.leftRowStride();
        int left5 = start + row5 * product.leftRowStride();
        for (int at = 0; at < kEnd - k; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, panel, at * LANES);
            FloatVector scale0 = FloatVector.broadcast(SPECIES, left[left0 + at * step]);
            sum00 = scale0.fma(right0, sum00);
            FloatVector scale1 = FloatVector.broadcast(SPECIES, left[left1 + at * step]);
            sum10 = scale1.fma(right0, sum10);
            FloatVector scale2 = FloatVector.broadcast(SPECIES, left[left2 + at * step]);
            sum20 = scale2.fma(right0, sum20);
            FloatVector scale3 = FloatVector.broadcast(SPECIES, left[left3 + at * step]);
            sum30 = scale3.fma(right0, sum30);
            FloatVector scale4 = FloatVector.broadcast(SPECIES, left[left4 + at * step]);
            sum40 = scale4.fma(right0, sum40);
            FloatVector scale5 = FloatVector.broadcast(SPECIES, left[left5 + at * step]);
            sum50 = scale5.fma(right0, sum50);
        }
        sum00.intoArray(target, target0);
        sum10.intoArray(target, target1);
        sum20.intoArray(target, target2);
        sum30.intoArray(target, target3);
        sum40.intoArray(target, target4);
        sum50.intoArray(target, target5);
    }
}
