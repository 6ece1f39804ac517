/**
 * What can be judged, and what is always judged beside it. In: the train part of a {@link
 * org.tandemrec.data.Dataset}. Out: the {@link org.tandemrec.evaluation.scorers.Scorer} contract,
 * the people it is asked about, and the baselines. Knows no metric and no split; of models only the
 * scorer of two towers does.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.evaluation.scorers;
