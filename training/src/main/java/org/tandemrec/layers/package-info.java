/**
 * Layers with forward pass, backward pass and ONNX form side by side. In: rows of numbers and rows
 * of codes. Out: rows of numbers, gradients, ONNX nodes. Knows no users, no items, no files.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.layers;
