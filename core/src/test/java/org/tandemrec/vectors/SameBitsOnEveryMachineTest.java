package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the arithmetic in fresh Java processes with narrower vectors and without any. */
class SameBitsOnEveryMachineTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    @Test
    void narrowVectorsAndPlainArithmeticGiveTheBitsOfThisMachine() throws Exception {
        String here = Arithmetic.digest();
        assertThat(digestOf(MODULE, "-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=2"))
                .isEqualTo(here);
        assertThat(digestOf(MODULE, "-XX:+IgnoreUnrecognizedVMOptions", "-XX:MaxVectorSize=16"))
                .isEqualTo(here);
        assertThat(digestOf(MODULE, "-Dtandem.simd=plain")).isEqualTo(here);
    }

    @Test
    void theArithmeticRunsWithoutTheVectorModule() throws Exception {
        assertThat(digestOf("-Dwithout=module")).isEqualTo(Arithmetic.digest());
    }

    private static String digestOf(String... options) throws IOException, InterruptedException {
        List<String> command =
                Stream.of(
                                Stream.of(java()),
                                Arrays.stream(options),
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Arithmetic.class.getName()))
                        .flatMap(part -> part)
                        .toList();
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Products and sums of random rows, boiled down to one number. */
    static final class Arithmetic {
        private Arithmetic() {}

        public static void main(String[] arguments) {
            System.out.println(digest());
        }

        static String digest() {
            Matrix target = Matrix.zeros(83, 200);
            try (Workers workers = Workers.of(2)) {
                MatrixProduct.add(
                        RandomMatrix.of(83, 300, 1), RandomMatrix.of(300, 200, 2), target, workers);
            }
            float[] dots = new float[target.rows()];
            for (int row = 0; row < dots.length; row++) {
                dots[row] = Rows.dot(target.values(), 0, target.values(), target.offset(row), 208);
                Rows.addScaled(
                        target.values(), target.offset(row), dots[row], target.values(), 0, 208);
            }
            Rows.exponentials(target.values(), 0, 208, Rows.max(target.values(), 0, 208));
            return Arrays.hashCode(target.values()) + " " + Arrays.hashCode(dots);
        }
    }
}
