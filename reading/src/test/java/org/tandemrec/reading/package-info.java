/** Reading, tested with small files written for the purpose. */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading;
