package org.tandemrec.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures wall time and the CPU time of the whole process, the compiler's and collector's too. */
final class Stopwatch {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
        long cpuNow = PROCESS.getProcessCpuTime();
        Lap lap = new Lap((wallNow - wall) / 1e9, (cpuNow - cpu) / 1e9);
        wall = wallNow;
        cpu = cpuNow;
        return lap;
    }

    /** A stretch of time. */
    record Lap(double wallSeconds, double cpuSeconds) {
        Lap plus(Lap other) {
            return new Lap(wallSeconds + other.wallSeconds, cpuSeconds + other.cpuSeconds);
        }
    }
}
