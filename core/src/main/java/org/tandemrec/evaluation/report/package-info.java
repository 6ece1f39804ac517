/**
 * Shows an evaluation to scripts and to people. In: an {@link
 * org.tandemrec.evaluation.EvaluationResult} and what is known of the run. Out: JSON, and one page
 * of HTML with pictures. Knows no clock, no file, no network.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.evaluation.report;
