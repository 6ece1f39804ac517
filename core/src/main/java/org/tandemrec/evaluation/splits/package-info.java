/**
 * Divides a dataset into what may be learnt and what is asked afterwards. In: a {@link
 * org.tandemrec.data.Dataset} and the text of an option or a test file. Out: a {@link
 * org.tandemrec.evaluation.splits.Split}. Knows no recommender, no metric.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.evaluation.splits;
