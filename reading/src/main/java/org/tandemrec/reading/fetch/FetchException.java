package org.tandemrec.reading.fetch;

/**
 * A data set could not be fetched, through no mistake of the caller: no network, a server that does
 * not answer, a file that arrived damaged. Its message is one line that says what to do.
 */
public final class FetchException extends RuntimeException {
    FetchException(String line) {
        super(line);
    }

    FetchException(String line, Throwable cause) {
        super(line, cause);
    }
}
