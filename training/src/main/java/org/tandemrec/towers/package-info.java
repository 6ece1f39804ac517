/**
 * Towers assembled from layers. In: a recipe's encoded fields and the widths of a preset. Out: a
 * user tower and an item tower, which give vectors, take gradients and turn into ONNX. Knows
 * nothing of the training loop.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.towers;
