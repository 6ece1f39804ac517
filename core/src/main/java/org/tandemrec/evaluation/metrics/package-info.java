/**
 * One small class for each metric. In: what one user's list or one prediction looks like beside the
 * held-out truth. Out: a number, its interval over users, and its name. Knows no recommender, no
 * data, no split.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.evaluation.metrics;
