package org.tandemrec.training;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random search for settings (Bergstra and Bengio 2012): first those that are there, then any
 * settings of the ranges and some near the best so far. Of a preset of which steps take the time
 * and some settings count only after them, four in five trials change a few of those alone, near
 * the best so far: {@link LearnedSteps} makes them cheap. What comes next depends on the seed and
 * the trials so far alone, so a search that was broken off goes on as if it had not been.
 */
public final class SettingsSearch {
    private static final int CYCLE = 10;
    private static final double MOVED = 0.3;

    private final Map<String, String> start;
    private final Map<String, SearchRange> ranges;
    private final List<String> afterSteps;
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
        this.afterSteps = ranges.keySet().stream().filter(config.afterSteps()::contains).toList();
        this.objective = config.objective();
        this.seed = seed;
    }

    /** The settings to try after these trials. */
    public Map<String, String> next(List<Trial> trials) {
        Optional<Trial> best = best(trials);
        if (best.isEmpty()) {
            Map<String, String> settings = new LinkedHashMap<>(start);
            settings.keySet().retainAll(ranges.keySet());
            return settings;
        }
        SplittableRandom random = new SplittableRandom(seed + trials.size());
        Map<String, String> settings = new LinkedHashMap<>(best.get().settings());
        Set<String> moved = moved(trials.size(), random);
        ranges.forEach(
                (key, range) -> {
                    if (moved.contains(key)) {
                        String found = settings.getOrDefault(key, "");
                        settings.put(
                                key,
                                isAnywhere(trials.size())
                                        ? range.draw(random)
                                        : range.near(Double.parseDouble(found), random));
                    }
                });
        return settings;
    }

    /** What a trial changes of the best before it. */
    private Set<String> moved(int trial, SplittableRandom random) {
        if (isAnywhere(trial) || afterSteps.isEmpty() || trial % CYCLE == 0) {
            return ranges.keySet();
        }
        Set<String> moved = new HashSet<>();
        moved.add(afterSteps.get(random.nextInt(afterSteps.size())));
        afterSteps.stream().filter(_ -> random.nextDouble() < MOVED).forEach(moved::add);
        return moved;
    }

    /** Whether a trial has any settings of the ranges. */
    private boolean isAnywhere(int trial) {
        return afterSteps.isEmpty() ? trial % 2 == 1 : trial % CYCLE == CYCLE / 2;
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
