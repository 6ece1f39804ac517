package org.tandemrec.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Puts standard error back where the launcher found it. The launcher sends it through a filter that
 * hides the JVM's own warning about the Vector API, keeps the original as another file descriptor
 * and names that in the system property {@code tandem.standard-error}. Without the property there
 * is nothing to do.
 */
final class StandardError {
    private static final int STANDARD_ERROR = 2;

    private static final FunctionDescriptor INTS_TO_INT =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    private StandardError() {}

    static void restore() {
        Integer kept = Integer.getInteger("tandem.standard-error");
        if (kept != null) {
            duplicate(kept, STANDARD_ERROR);
        }
    }

    /** POSIX dup2. When it cannot be called, standard error stays behind the filter, and works. */
    @SuppressWarnings("restricted")
    private static void duplicate(int from, int to) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup()
                .find("dup2")
                .ifPresent(dup2 -> call(linker.downcallHandle(dup2, INTS_TO_INT), from, to));
    }

    private static void call(MethodHandle dup2, int from, int to) {
        try {
            var _ = (int) dup2.invokeExact(from, to);
        } catch (Throwable impossible) {
            throw new IllegalStateException("dup2 does not throw", impossible);
        }
    }
}
