package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a training took, its export among it, reading the data not.
 *
 * @param wall by the clock
 * @param cpu of all threads of the process
 */
record TrainingCost(Duration wall, Duration cpu) {
    /** A result and what it took. */
    record Of<T>(T result, TrainingCost cost) {}

    static <T> Of<T> measure(Supplier<T> training) {
        long wall = System.nanoTime();
        Duration cpu = cpuTime();
        T result = training.get();
        return new Of<>(
                result,
                new TrainingCost(Duration.ofNanos(System.nanoTime() - wall), cpuTime().minus(cpu)));
    }

    /** Of this process so far; nothing where the machine does not say. */
    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("wallSeconds", seconds(wall))
                .put("cpuSeconds", seconds(cpu));
    }

    /** Such as {@code trained in 17.3 s, 30.2 s of CPU time}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "trained in %.1f s, %.1f s of CPU time", seconds(wall), seconds(cpu));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
