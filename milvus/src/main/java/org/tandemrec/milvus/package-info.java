/**
 * The index on a Milvus server. In: vectors and filterable fields, and where the server is. Out:
 * the same answers as from the indexes that need no server. Knows nothing of people, bundles or
 * recipes; whatever is Milvus' own (its client, its expressions, its failures) ends here.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.milvus;
