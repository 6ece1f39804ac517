package org.tandemrec.embeddings;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.Optional;

/** The process's ONNX Runtime: says nothing but errors and reports to nobody. */
final class RuntimeEnvironment {
    private static Optional<OrtEnvironment> started = Optional.empty();

    private RuntimeEnvironment() {}

    /** The one environment there is; whoever asks first starts it, the others wait. */
    static synchronized OrtEnvironment get() {
        if (started.isEmpty()) {
            started = Optional.of(start());
        }
        return started.get();
    }

    /**
     * Starts it in another thread. A failure is left to whoever asks next, who gets it as their
     * own.
     */
    static void warmUp() {
        Thread.ofPlatform()
                .daemon()
                .name("onnx-runtime-start")
                .uncaughtExceptionHandler((_, _) -> {})
                .start(RuntimeEnvironment::get);
    }

    private static OrtEnvironment start() {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "tandem");
        try {
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException refused) {
            throw new IllegalStateException("ONNX Runtime keeps its telemetry on", refused);
        }
    }
}
