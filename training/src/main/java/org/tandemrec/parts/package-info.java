/**
 * Vectors put together from parts. In: histories and codes, and what was fitted to them. Out: the
 * dimensions that each part gives a user and an item, in Java and as ONNX. Knows no loss and no
 * loop.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.parts;
