package org.tandemrec.vectors;

/**
 * The one door to SIMD: tells whether the Vector API may be used by this process. Where its module
 * ({@code --add-modules jdk.incubator.vector}) is absent, or the system property {@code
 * tandem.simd} is {@code plain}, every operation of this package runs its plain twin.
 */
final class Simd {
    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && !"plain".equals(System.getProperty("tandem.simd"));

    private Simd() {}

    static boolean available() {
        return AVAILABLE;
    }
}
