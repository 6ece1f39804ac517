package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trains in fresh Java processes with narrower vectors and without any. */
class SameBytesOnEveryMachineTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    @Test
    void narrowVectorsAndPlainArithmeticTrainTheSameTowers() throws Exception {
        String here = Training.digest();
        assertThat(digestOf(MODULE, "-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=2"))
                .isEqualTo(here);
        assertThat(digestOf(MODULE, "-Dtandem.simd=plain")).isEqualTo(here);
    }

    private static String digestOf(String... options) throws IOException, InterruptedException {
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString()),
                                Arrays.stream(options),
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Training.class.getName()))
                        .flatMap(part -> part)
                        .toList();
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    /** Short trainings, boiled down to one line. */
    static final class Training {
        private static final Map<String, String> SMALL =
                Map.of("width", "32", "heads", "2", "longest", "8", "epochs", "1");

        private Training() {}

        public static void main(String[] arguments) {
            System.out.println(digest());
        }

        static String digest() {
            TrainingConfig next = Preset.NEXT.config(1, 2).with(SMALL);
            return digest(Configs.brief(), TwoTastes.data()) + " " + digest(next, Ring.data());
        }

        private static String digest(TrainingConfig config, TrainingData data) {
            TrainedTowers towers =
                    new Trainer(
                                    config,
                                    TrainingListener.silent(),
                                    () -> false,
                                    InstantSource.fixed(Instant.EPOCH))
                            .train(data);
            return Arrays.hashCode(towers.userTower())
                    + " "
                    + Arrays.hashCode(towers.itemTower())
                    + " "
                    + Arrays.hashCode(towers.userVectors().values());
        }
    }
}
