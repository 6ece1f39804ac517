package org.tandemrec.embeddings;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/** The process's ONNX Runtime: says nothing but errors and reports to nobody. */
final class RuntimeEnvironment {
    private RuntimeEnvironment() {}

    /** The one environment there is; whoever asks first starts it. */
    static OrtEnvironment get() {
        return Started.ENVIRONMENT;
    }

    /** Started when first asked for, because that loads a native library. */
    private static final class Started {
        private static final OrtEnvironment ENVIRONMENT = start();

        private static OrtEnvironment start() {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(
                            OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "tandem");
            try {
                environment.setTelemetry(false);
            } catch (OrtException impossible) {
                throw new IllegalStateException("ONNX Runtime keeps its telemetry", impossible);
            }
            return environment;
        }
    }
}
