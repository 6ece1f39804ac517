package org.tandemrec.reading.fetch;

import java.nio.file.Path;

/**
 * A data set that is there.
 *
 * @param zip where it lies
 * @param bytes how large it is
 * @param md5 of the zip, which is the expected one
 * @param downloaded false where it was there already
 * @param licence the licence as its README states it
 */
public record Fetched(Path zip, long bytes, String md5, boolean downloaded, String licence) {}
