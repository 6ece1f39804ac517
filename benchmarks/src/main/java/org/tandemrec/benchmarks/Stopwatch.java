package org.tandemrec.benchmarks;

import java.time.Duration;

/** Measures wall time and the CPU time of the whole process, the compiler's and collector's too. */
final class Stopwatch {
    private long wall;
    private long cpu;

    private Stopwatch() {}

    /** A stopwatch that runs. */
    static Stopwatch started() {
        Stopwatch stopwatch = new Stopwatch();
        stopwatch.lap();
        return stopwatch;
    }

    /** The time since the start or the last lap. */
    Lap lap() {
        long wallNow = System.nanoTime();
        long cpuNow = cpuNanoseconds();
        Lap lap = new Lap((wallNow - wall) / 1e9, (cpuNow - cpu) / 1e9);
        wall = wallNow;
        cpu = cpuNow;
        return lap;
    }

    private static long cpuNanoseconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElseThrow(() -> new IllegalStateException("the system does not tell CPU times"));
    }

    /** A stretch of time. */
    record Lap(double wallSeconds, double cpuSeconds) {
        Lap plus(Lap other) {
            return new Lap(wallSeconds + other.wallSeconds, cpuSeconds + other.cpuSeconds);
        }
    }
}
