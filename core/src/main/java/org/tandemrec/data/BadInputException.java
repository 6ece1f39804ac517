package org.tandemrec.data;

/**
 * The caller's mistake or bad data. Its message is one line that says what was found, where, what
 * was expected and the way out; the command line shows it and ends with exit code 2.
 */
public final class BadInputException extends RuntimeException {
    public BadInputException(String line) {
        super(line);
    }

    public BadInputException(String line, Throwable cause) {
        super(line, cause);
    }
}
