/**
 * Runs the towers. In: a bundle and items, or a person. Out: plain float vectors. Knows nothing of
 * nearest-neighbour search.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.embeddings;
