/**
 * SIMD arithmetic on rows of floats. In: float arrays. Out: sums, products, nearest rows, with the
 * same bits on every thread count. Knows nothing else of the project.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.vectors;
