/**
 * The waist between learning and answering. In: a bundle on disk. Out: {@link
 * org.tandemrec.model.ModelBundle}: recipe, vocabularies, two ONNX towers, item catalogue, people,
 * run card, checked whole when opened. Does not know how it was trained.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.model;
