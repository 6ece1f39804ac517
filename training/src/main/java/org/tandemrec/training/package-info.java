/**
 * The training loop. In: encoded data and a configuration. Out: two trained towers as ONNX, their
 * vectors and a training report. Knows no index, no HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.training;
