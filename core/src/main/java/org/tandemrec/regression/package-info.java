/**
 * Least squares in closed form. In: symmetric positive definite matrices, sparse and dense matrices
 * of floats. Out: inverses, EASE weights, ridge solutions, factors of low rank, with the same bits
 * on every thread count. Knows no people, items, files or bundles.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.regression;
