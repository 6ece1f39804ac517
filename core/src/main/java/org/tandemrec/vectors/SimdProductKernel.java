package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product on the Vector API, in register tiles of {@value #TILE_ROWS} rows by one, two
 * or four vectors: the sums of a tile stay in registers while the inner dimension runs through a
 * block that fits the cache. Four vectors need the 32 registers that come with 512 bits. Where
 * fewer rows are left than a tile has, the last row is computed several times and stored alike.
 */
final class SimdProductKernel implements ProductKernel {
    private static final VectorSpecies<Float> SPECIES = SimdSpecies.WIDEST;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int DEPTH_BLOCK = 256;
    private static final int WIDE = LANES == Matrix.LANES ? 4 * LANES : 2 * LANES;

    @Override
    public void addRows(Product product, int from, int to) {
        for (int k = 0; k < product.depth(); k += DEPTH_BLOCK) {
            addBlock(product, from, to, k, Math.min(product.depth(), k + DEPTH_BLOCK));
        }
    }

    private static void addBlock(Product product, int from, int to, int k, int kEnd) {
        int column = 0;
        for (; column + WIDE <= product.width(); column += WIDE) {
            addWide(product, from, to, column, k, kEnd);
        }
        for (; column < product.width(); column += LANES) {
            for (int row = from; row < to; row += TILE_ROWS) {
                addTileOfOne(product, row, to - 1, column, k, kEnd);
            }
        }
    }

    private static void addWide(Product product, int from, int to, int column, int k, int kEnd) {
        for (int row = from; row < to; row += TILE_ROWS) {
            if (LANES == Matrix.LANES) {
                addTileOfFour(product, row, to - 1, column, k, kEnd);
            } else {
                addTileOfTwo(product, row, to - 1, column, k, kEnd);
            }
        }
    }

    private static void addTileOfFour(
            Product product, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] right = product.right().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int width = product.width();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, row0 * width + column);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, target, row0 * width + column + LANES);
        FloatVector sum02 =
                FloatVector.fromArray(SPECIES, target, row0 * width + column + 2 * LANES);
        FloatVector sum03 =
                FloatVector.fromArray(SPECIES, target, row0 * width + column + 3 * LANES);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, row1 * width + column);
        FloatVector sum11 = FloatVector.fromArray(SPECIES, target, row1 * width + column + LANES);
        FloatVector sum12 =
                FloatVector.fromArray(SPECIES, target, row1 * width + column + 2 * LANES);
        FloatVector sum13 =
                FloatVector.fromArray(SPECIES, target, row1 * width + column + 3 * LANES);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, row2 * width + column);
        FloatVector sum21 = FloatVector.fromArray(SPECIES, target, row2 * width + column + LANES);
        FloatVector sum22 =
                FloatVector.fromArray(SPECIES, target, row2 * width + column + 2 * LANES);
        FloatVector sum23 =
                FloatVector.fromArray(SPECIES, target, row2 * width + column + 3 * LANES);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, row3 * width + column);
        FloatVector sum31 = FloatVector.fromArray(SPECIES, target, row3 * width + column + LANES);
        FloatVector sum32 =
                FloatVector.fromArray(SPECIES, target, row3 * width + column + 2 * LANES);
        FloatVector sum33 =
                FloatVector.fromArray(SPECIES, target, row3 * width + column + 3 * LANES);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, row4 * width + column);
        FloatVector sum41 = FloatVector.fromArray(SPECIES, target, row4 * width + column + LANES);
        FloatVector sum42 =
                FloatVector.fromArray(SPECIES, target, row4 * width + column + 2 * LANES);
        FloatVector sum43 =
                FloatVector.fromArray(SPECIES, target, row4 * width + column + 3 * LANES);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, row5 * width + column);
        FloatVector sum51 = FloatVector.fromArray(SPECIES, target, row5 * width + column + LANES);
        FloatVector sum52 =
                FloatVector.fromArray(SPECIES, target, row5 * width + column + 2 * LANES);
        FloatVector sum53 =
                FloatVector.fromArray(SPECIES, target, row5 * width + column + 3 * LANES);
        int left0 = row0 * product.leftRowStride();
        int left1 = row1 * product.leftRowStride();
        int left2 = row2 * product.leftRowStride();
        int left3 = row3 * product.leftRowStride();
        int left4 = row4 * product.leftRowStride();
        int left5 = row5 * product.leftRowStride();
        for (int at = k; at < kEnd; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, at * width + column);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, at * width + column + LANES);
            FloatVector right2 =
                    FloatVector.fromArray(SPECIES, right, at * width + column + 2 * LANES);
            FloatVector right3 =
                    FloatVector.fromArray(SPECIES, right, at * width + column + 3 * LANES);
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
        sum00.intoArray(target, row0 * width + column);
        sum01.intoArray(target, row0 * width + column + LANES);
        sum02.intoArray(target, row0 * width + column + 2 * LANES);
        sum03.intoArray(target, row0 * width + column + 3 * LANES);
        sum10.intoArray(target, row1 * width + column);
        sum11.intoArray(target, row1 * width + column + LANES);
        sum12.intoArray(target, row1 * width + column + 2 * LANES);
        sum13.intoArray(target, row1 * width + column + 3 * LANES);
        sum20.intoArray(target, row2 * width + column);
        sum21.intoArray(target, row2 * width + column + LANES);
        sum22.intoArray(target, row2 * width + column + 2 * LANES);
        sum23.intoArray(target, row2 * width + column + 3 * LANES);
        sum30.intoArray(target, row3 * width + column);
        sum31.intoArray(target, row3 * width + column + LANES);
        sum32.intoArray(target, row3 * width + column + 2 * LANES);
        sum33.intoArray(target, row3 * width + column + 3 * LANES);
        sum40.intoArray(target, row4 * width + column);
        sum41.intoArray(target, row4 * width + column + LANES);
        sum42.intoArray(target, row4 * width + column + 2 * LANES);
        sum43.intoArray(target, row4 * width + column + 3 * LANES);
        sum50.intoArray(target, row5 * width + column);
        sum51.intoArray(target, row5 * width + column + LANES);
        sum52.intoArray(target, row5 * width + column + 2 * LANES);
        sum53.intoArray(target, row5 * width + column + 3 * LANES);
    }

    private static void addTileOfTwo(
            Product product, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] right = product.right().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int width = product.width();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, row0 * width + column);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, target, row0 * width + column + LANES);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, row1 * width + column);
        FloatVector sum11 = FloatVector.fromArray(SPECIES, target, row1 * width + column + LANES);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, row2 * width + column);
        FloatVector sum21 = FloatVector.fromArray(SPECIES, target, row2 * width + column + LANES);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, row3 * width + column);
        FloatVector sum31 = FloatVector.fromArray(SPECIES, target, row3 * width + column + LANES);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, row4 * width + column);
        FloatVector sum41 = FloatVector.fromArray(SPECIES, target, row4 * width + column + LANES);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, row5 * width + column);
        FloatVector sum51 = FloatVector.fromArray(SPECIES, target, row5 * width + column + LANES);
        int left0 = row0 * product.leftRowStride();
        int left1 = row1 * product.leftRowStride();
        int left2 = row2 * product.leftRowStride();
        int left3 = row3 * product.leftRowStride();
        int left4 = row4 * product.leftRowStride();
        int left5 = row5 * product.leftRowStride();
        for (int at = k; at < kEnd; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, at * width + column);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, at * width + column + LANES);
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
        sum00.intoArray(target, row0 * width + column);
        sum01.intoArray(target, row0 * width + column + LANES);
        sum10.intoArray(target, row1 * width + column);
        sum11.intoArray(target, row1 * width + column + LANES);
        sum20.intoArray(target, row2 * width + column);
        sum21.intoArray(target, row2 * width + column + LANES);
        sum30.intoArray(target, row3 * width + column);
        sum31.intoArray(target, row3 * width + column + LANES);
        sum40.intoArray(target, row4 * width + column);
        sum41.intoArray(target, row4 * width + column + LANES);
        sum50.intoArray(target, row5 * width + column);
        sum51.intoArray(target, row5 * width + column + LANES);
    }

    private static void addTileOfOne(
            Product product, int row, int lastRow, int column, int k, int kEnd) {
        float[] left = product.left().values();
        float[] right = product.right().values();
        float[] target = product.target().values();
        int step = product.leftStep();
        int width = product.width();
        int row0 = row;
        int row1 = Math.min(row + 1, lastRow);
        int row2 = Math.min(row + 2, lastRow);
        int row3 = Math.min(row + 3, lastRow);
        int row4 = Math.min(row + 4, lastRow);
        int row5 = Math.min(row + 5, lastRow);
        FloatVector sum00 = FloatVector.fromArray(SPECIES, target, row0 * width + column);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, target, row1 * width + column);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, target, row2 * width + column);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, target, row3 * width + column);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, target, row4 * width + column);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, target, row5 * width + column);
        int left0 = row0 * product.leftRowStride();
        int left1 = row1 * product.leftRowStride();
        int left2 = row2 * product.leftRowStride();
        int left3 = row3 * product.leftRowStride();
        int left4 = row4 * product.leftRowStride();
        int left5 = row5 * product.leftRowStride();
        for (int at = k; at < kEnd; at++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, at * width + column);
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
        sum00.intoArray(target, row0 * width + column);
        sum10.intoArray(target, row1 * width + column);
        sum20.intoArray(target, row2 * width + column);
        sum30.intoArray(target, row3 * width + column);
        sum40.intoArray(target, row4 * width + column);
        sum50.intoArray(target, row5 * width + column);
    }
}
