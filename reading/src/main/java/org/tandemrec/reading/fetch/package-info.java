/**
 * From the network to a zip. In: the name of a public data set and a folder. Out: its zip in that
 * folder, whole, with its licence. Knows nothing of what is inside but the README.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading.fetch;
