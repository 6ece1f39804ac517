/**
 * Judges any recommender. In: a {@link org.tandemrec.evaluation.splits.Split}, a {@link
 * org.tandemrec.evaluation.scorers.Scorer} and baselines. Out: an {@link
 * org.tandemrec.evaluation.EvaluationResult}: metrics with intervals, warnings. Knows nothing of
 * training, towers, indexes or HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.evaluation;
