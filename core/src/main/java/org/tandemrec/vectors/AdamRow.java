package org.tandemrec.vectors;

/**
 * A row that Adam moves: the same place in the values and in their two moments.
 *
 * @param values what is trained
 * @param firstMoments the running mean of the gradient
 * @param secondMoments the running mean of the gradient's square
 * @param offset where the row begins, in all three
 */
public record AdamRow(Matrix values, Matrix firstMoments, Matrix secondMoments, int offset) {}
