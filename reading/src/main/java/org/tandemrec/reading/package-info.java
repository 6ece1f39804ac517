/**
 * From files to a dataset. In: a folder or zip, and the recipe that names its files. Out: a {@link
 * org.tandemrec.data.Dataset} and the report of what could not be read. Knows no models and nothing
 * of how an id becomes a row of one.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.reading;
