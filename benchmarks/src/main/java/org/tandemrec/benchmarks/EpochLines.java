package org.tandemrec.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.training.EpochReport;
import org.tandemrec.training.TrainingListener;

/** Prints a line after every epoch. The first epoch's time has the making of the towers in it. */
final class EpochLines implements TrainingListener {
    private final JsonLines lines;
    private final int interactions;
    private final Stopwatch stopwatch = Stopwatch.started();
    private Stopwatch.Lap total = new Stopwatch.Lap(0, 0);

    /**
     * Lines for a training.
     *
     * @param interactions how many an epoch has
     */
    EpochLines(JsonLines lines, int interactions) {
        this.lines = lines;
        this.interactions = interactions;
    }

    @Override
    public void epochEnded(EpochReport epoch) {
        Stopwatch.Lap lap = stopwatch.lap();
        total = total.plus(lap);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("epoch", epoch.epoch());
        line.put("wallSeconds", lap.wallSeconds());
        line.put("cpuSeconds", lap.cpuSeconds());
        line.put("totalWallSeconds", total.wallSeconds());
        line.put("totalCpuSeconds", total.cpuSeconds());
        line.put("ratingsPerSecond", Math.round(interactions / lap.wallSeconds()));
        line.put("ratingsPerCpuSecond", Math.round(interactions / lap.cpuSeconds()));
        epoch.validation().ifPresent(rmse -> line.put("validationRmse", rmse));
        lines.print(line);
    }
}
