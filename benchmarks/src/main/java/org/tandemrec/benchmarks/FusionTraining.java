package org.tandemrec.benchmarks;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.training.Trainer;

/**
 * Trains the fusion network on a data set without the pairs of a test file and prints what that
 * took: a line after the reading, one after each epoch, one at the end. The lines use the names
 * that the peers in {@code benchmarks/peers} use, so that all can stand in one table.
 */
public final class FusionTraining {
    private FusionTraining() {}

    /** Runs with {@code --data PATH --test FILE} and the settings of {@link FusionSettings}. */
    public static void main(String[] arguments) {
        try {
            run(FusionSettings.of(arguments), System.out);
        } catch (BadInputException bad) {
            System.err.println("FusionTraining: " + bad.getMessage());
            System.exit(2);
        }
    }

    /**
     * Reads, trains and prints.
     *
     * @throws BadInputException where the data is not what it should be
     */
    static void run(FusionSettings settings, PrintStream out) {
        JsonLines lines = new JsonLines(out);
        Stopwatch reading = Stopwatch.started();
        SplitData data = SplitData.read(settings.data(), settings.test());
        lines.print(start(settings, data, reading.lap()));

        EpochLines epochs = new EpochLines(lines, data.training().interactions().size());
        Stopwatch training = Stopwatch.started();
        TrainedTowers towers =
                new Trainer(settings.config(), epochs, () -> false, InstantSource.system())
                        .train(data.training());
        lines.print(result(towers, data, training.lap()));
    }

    private static Map<String, Object> start(
            FusionSettings settings, SplitData data, Stopwatch.Lap reading) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("engine", "tandem");
        line.put("version", Runtime.version().toString());
        line.put("rows", data.training().interactions().size());
        line.put("settings", settings.config());
        line.put("readingWallSeconds", reading.wallSeconds());
        line.put("readingCpuSeconds", reading.cpuSeconds());
        return line;
    }

    private static Map<String, Object> result(
            TrainedTowers towers, SplitData data, Stopwatch.Lap training) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("result", "trained");
        line.put("totalWallSeconds", training.wallSeconds());
        line.put("totalCpuSeconds", training.cpuSeconds());
        line.put("testRmse", RatingError.of(towers, data.test()));
        return line;
    }
}
