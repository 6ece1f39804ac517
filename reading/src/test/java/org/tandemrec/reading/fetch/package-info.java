/** Tests of {@code fetch}. */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading.fetch;
