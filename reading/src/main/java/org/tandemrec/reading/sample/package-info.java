/**
 * From a seed to data. In: how many users, items and interactions. Out: a folder of synthetic data
 * in MovieLens 1M's layout, with planted tastes. Knows nothing of how data is read or learnt from.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading.sample;
