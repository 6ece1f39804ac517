package org.tandemrec.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command says, and where: answers on standard output, messages on standard error. */
final class OutputOptions {
    @Option(
            names = "--json",
            description = "One JSON document on standard output, nothing else there.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress and no messages.")
    private boolean quiet;

    // Read from the parsed arguments, because it also counts where a command cannot be made.
    @SuppressWarnings("unused")
    @Option(names = "--verbose", description = "Show the stack trace of a failure.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    // picocli acts on it before the command runs.
    @SuppressWarnings("unused")
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    OutputOptions() {
        this.spec = CommandSpec.create();
    }

    /** The command's console. */
    Console console() {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), json, quiet);
    }
}
