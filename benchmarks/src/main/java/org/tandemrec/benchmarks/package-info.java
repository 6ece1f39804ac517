/**
 * Measurements. In: seeds, sizes, data. Out: times, recalls and sizes, beside those of other
 * programs where there are any. Is never shipped; must not know how a result comes about, only what
 * it costs.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.benchmarks;
