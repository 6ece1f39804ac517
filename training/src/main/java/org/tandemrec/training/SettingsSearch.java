package org.tandemrec.training;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random search for settings (Bergstra and Bengio 2012): first those that are there, then by turns
 * any settings of the ranges and some near the best so far. What comes next depends on the seed and
 * the trials so far alone, so a search that was broken off goes on as if it had not been.
 */
public final class SettingsSearch {
    private final Map<String, String> start;
    private final Map<String, SearchRange> ranges;
    private final Objective objective;
    private final long seed;

    /**
     * A search.
     *
     * @param config the settings to start from
     * @param seed of the draws
     */
    public SettingsSearch(TrainingConfig config, long seed) {
        this.start = config.settings();
        this.ranges = config.searched();
        this.objective = config.objective();
        this.seed = seed;
    }

    /** The settings to try after these trials. */
    public Map<String, String> next(List<Trial> trials) {
        SplittableRandom random = new SplittableRandom(seed + trials.size());
        Optional<Trial> best = best(trials);
        Map<String, String> settings = new LinkedHashMap<>();
        ranges.forEach(
                (key, range) -> {
                    if (best.isEmpty()) {
                        settings.put(key, start.getOrDefault(key, ""));
                    } else if (trials.size() % 2 == 1) {
                        settings.put(key, range.draw(random));
                    } else {
                        String found = best.get().settings().getOrDefault(key, "");
                        settings.put(key, range.near(Double.parseDouble(found), random));
                    }
                });
        return settings;
    }

    /** The best of these trials, the earliest of equals; empty where there are none. */
    public Optional<Trial> best(List<Trial> trials) {
        return trials.stream()
                .sorted(Comparator.comparingInt(Trial::number))
                .reduce(
                        (best, trial) ->
                                objective.isBetter(trial.figure(), best.figure()) ? trial : best);
    }
}
