package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the steps of trainings have learned, for later trainings on the same data that would learn
 * the same: those whose settings differ in {@link TrainingConfig#afterSteps} alone. Keeps what was
 * asked for last and before that. To be used from one thread at a time.
 */
public final class LearnedSteps {
    private static final int KEPT = 2;

    private final Map<Key, Object> kept = new LinkedHashMap<>();
    private final TrainingData data;

    /** Nothing yet of this data. */
    public LearnedSteps(TrainingData data) {
        this.data = data;
    }

    private record Key(Class<?> preset, Map<String, String> settings) {}

    TrainingData data() {
        return data;
    }

    /** What the steps of this configuration learn; learned now where it is not kept. */
    <T> T of(TrainingConfig config, Class<T> type, Supplier<T> learn) {
        Map<String, String> settings = config.settings();
        settings.keySet().removeAll(config.afterSteps());
        Key key = new Key(config.getClass(), settings);
        Object known = kept.remove(key);
        T learned = known == null ? learn.get() : type.cast(known);
        kept.put(key, learned);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return learned;
    }
}
