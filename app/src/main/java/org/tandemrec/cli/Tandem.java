package org.tandemrec.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tandem}: hands its arguments to a subcommand. */
@Command(
        name = "tandem",
        description = "Personalised recommendations in one Java process.",
        mixinStandardHelpOptions = true,
        versionProvider = TandemVersion.class)
public final class Tandem implements Runnable {
    @Spec private CommandSpec spec;

    private Tandem(CommandSpec spec) {
        this.spec = spec;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        StandardError.restore();
        System.exit(run(arguments));
    }

    /**
     * Runs the command; answers 0 when it is done, 2 for the caller's mistake, 1 for anything else.
     */
    static int run(String... arguments) {
        return new CommandLine(new Tandem(CommandSpec.create()))
                .setParameterExceptionHandler(Tandem::refuse)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(ParameterException mistake, String... arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println("tandem: " + mistake.getMessage() + "; see 'tandem --help'");
        return CommandLine.ExitCode.USAGE;
    }
}
