package org.tandemrec.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that a figure was measured on, and how busy it was with other things. */
final class Machine {
    private Machine() {}

    /**
     * Processors, and the load average of the last minute: above zero before a start, others run.
     */
    static String now() {
        return String.format(
                Locale.ROOT,
                "%d processors, load average %.1f",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
