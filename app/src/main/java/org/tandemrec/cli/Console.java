package org.tandemrec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/**
 * Where a command speaks: answers on standard output, as text or as one JSON document; messages and
 * progress on standard error.
 */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean quiet;

    Console(PrintWriter out, PrintWriter err, boolean json, boolean quiet) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.quiet = quiet;
    }

    /** Whether answers are JSON. */
    boolean json() {
        return json;
    }

    /** A line of the answer. */
    void answer(String line) {
        out.println(line);
        out.flush();
    }

    /** The answer as a JSON document. */
    void answer(JsonNode document) {
        out.println(document.toPrettyString());
        out.flush();
    }

    /** A line about what is going on. */
    void message(String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    /** A line that must be seen. */
    void warning(String line) {
        err.println("WARNING: " + line);
        err.flush();
    }

    /** Progress that rewrites its own line on a terminal; nothing where the caller is quiet. */
    ProgressLine progress(String task) {
        return new ProgressLine(err, task, quiet);
    }
}
