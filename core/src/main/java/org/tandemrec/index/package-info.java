/**
 * Nearest items under a filter. In: vectors and filterable fields. Out: the items of the highest
 * inner product with a query. Knows nothing of people, bundles or recipes.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.index;
