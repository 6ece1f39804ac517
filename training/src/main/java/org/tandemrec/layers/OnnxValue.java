package org.tandemrec.layers;

/**
 * Something that flows through an ONNX graph.
 *
 * @param name unique within its graph
 */
public record OnnxValue(String name) {}
