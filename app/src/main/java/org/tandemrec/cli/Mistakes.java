package org.tandemrec.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;
import org.tandemrec.index.IndexException;
import org.tandemrec.reading.fetch.FetchException;
import org.tandemrec.training.TrainingCancelledException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong, and chooses the exit code. */
final class Mistakes {
    private Mistakes() {}

    /** Arguments that a command does not take. */
    static int refuse(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        String message =
                mistake instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : oneLine(mistake);
        command.getErr()
                .println(
                        "tandem: %s; see '%s --help'"
                                .formatted(message, command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return Tandem.MISTAKE;
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String found = mistake.getUnmatched().getFirst();
        CommandLine command = mistake.getCommandLine();
        boolean option = found.startsWith("-");
        List<String> known =
                new ArrayList<>(
                        option
                                ? command.getCommandSpec().optionsMap().keySet()
                                : command.getSubcommands().keySet());
        return "unknown %s '%s'%s"
                .formatted(
                        option ? "option" : known.isEmpty() ? "argument" : "command",
                        found,
                        Suggestion.hint(found, known));
    }

    /** A command that could not do what it was asked. */
    static int fail(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean mistake = isMistake(failure);
        boolean said = mistake || isExpected(failure);
        String kind = said ? "" : failure.getClass().getSimpleName() + ": ";
        String wayOut = said ? "" : "; --verbose shows where";
        err.println("tandem: " + kind + oneLine(failure) + wayOut);
        if (parsed.expandedArgs().contains("--verbose")) {
            failure.printStackTrace(err);
        }
        err.flush();
        return mistake ? Tandem.MISTAKE : Tandem.FAILED;
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .replaceFirst("^Error: ", "")
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static boolean isMistake(Exception failure) {
        return failure instanceof BadInputException
                || (failure instanceof IndexException index && isMistake(index.kind()));
    }

    private static boolean isMistake(IndexException.Kind kind) {
        return switch (kind) {
            case TIMEOUT, UNAVAILABLE -> false;
            case MISSING, WRONG_VERSION, WRONG_DIMENSION, INVALID, CORRUPT, STORAGE, BUSY -> true;
        };
    }

    /** Failures whose message is made for people. */
    private static boolean isExpected(Exception failure) {
        return failure instanceof IndexException
                || failure instanceof TrainingCancelledException
                || failure instanceof FetchException;
    }
}
