/**
 * The values everything else speaks of. In: nothing. Out: {@link org.tandemrec.data.Recipe}, {@link
 * org.tandemrec.data.Dataset} (users, items, interactions, as read and never changed) and the
 * report of rejected rows. Knows no files, no row numbers, no models.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.data;
