/** Tests of {@code sample}. */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading.sample;
