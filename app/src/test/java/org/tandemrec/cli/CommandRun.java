package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int code, String out, String err) {
    /** Runs a command within this process. */
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Tandem.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** The ids of the items of an answer in JSON, the best first. */
    List<String> ids() throws JsonProcessingException {
        assertThat(code).as(err).isZero();
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(out)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    /** The lines of standard error that are no progress. */
    List<String> complaints() {
        return err.lines().filter(line -> line.startsWith("tandem: ")).toList();
    }
}
