package org.tandemrec.benchmarks;

import org.tandemrec.index.VectorIndex;

/**
 * A version that is searched.
 *
 * @param collection its name on the server
 */
record SoakVersion(VectorIndex index, SoakCatalogue catalogue, String collection) {}
