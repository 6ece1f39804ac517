package org.tandemrec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code tandem}: hands its arguments to a subcommand. */
@Command(
        name = "tandem",
        description = "Personalised recommendations in one Java process.",
        mixinStandardHelpOptions = true,
        versionProvider = TandemVersion.class,
        subcommands = {
            QuickstartCommand.class,
            FetchCommand.class,
            SampleCommand.class,
            CheckCommand.class,
            TrainCommand.class,
            ImportTowersCommand.class,
            IndexCommand.class,
            RecommendCommand.class,
            SimilarCommand.class,
            SearchCommand.class,
            EvaluateCommand.class,
            TuneCommand.class,
            ModelsCommand.class,
            ExportCommand.class
        },
        footer = {
            "",
            "Start with:",
            "  tandem quickstart",
            "  tandem recommend -a 30 -g F -j programmer",
            "'tandem COMMAND --help' shows a command's options with examples."
        })
public final class Tandem implements Runnable {
    /** Done. */
    static final int DONE = 0;

    /** Anything but the caller's mistake. */
    static final int FAILED = 1;

    /** The caller's mistake or bad data. */
    static final int MISTAKE = 2;

    @Spec private CommandSpec spec;

    private Tandem(CommandSpec spec) {
        this.spec = spec;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        StandardError.restore();
        int code = run(arguments);
        Interruption.commandEnded();
        System.exit(code);
    }

    /**
     * Runs the command; answers 0 when it is done, 2 for the caller's mistake, 1 for anything else.
     */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The whole program, ready to be given arguments. */
    static CommandLine commandLine() {
        CommandLine program = new CommandLine(new Tandem(CommandSpec.create()));
        program.getSubcommands().values().forEach(Tandem::addSettings);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Mistakes::refuse)
                .setExecutionExceptionHandler(Mistakes::fail);
    }

    /** A command that trains gets an option for each of the presets' settings. */
    private static void addSettings(CommandLine command) {
        for (CommandSpec mixin : command.getCommandSpec().mixins().values()) {
            if (mixin.userObject() instanceof TrainingOptions options) {
                options.addTo(command.getCommandSpec());
            }
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
