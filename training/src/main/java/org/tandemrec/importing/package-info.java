/**
 * Brings in towers trained elsewhere. In: two ONNX models, a mapping of their inputs to a recipe's
 * fields, a dataset. Out: what a bundle is made of. Knows nothing of layers or training.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.importing;
