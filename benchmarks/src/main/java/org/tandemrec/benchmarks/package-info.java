/**
 * Measures Tandem, beside other engines and by itself. In: data, settings. Out: one line of JSON
 * for each thing measured. It must not know: anything that a user of Tandem could not call.
 */
@NullMarked
package org.tandemrec.benchmarks;

import org.jspecify.annotations.NullMarked;
