/**
 * The only place where an id becomes a row number. In: a {@link org.tandemrec.data.Dataset}. Out:
 * {@link org.tandemrec.features.Vocabularies} and encoded users, items and interactions. Knows no
 * layers, no losses.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.features;
