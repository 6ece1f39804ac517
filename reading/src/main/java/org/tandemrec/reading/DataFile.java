package org.tandemrec.reading;

import java.nio.file.Path;

/**
 * One file of the data.
 *
 * @param name as messages call it: relative to the data
 * @param path where it lies on the disk
 */
record DataFile(String name, Path path) {}
