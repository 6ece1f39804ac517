package org.tandemrec.milvus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Milvus server, started by {@code dev/milvus} in a folder of its own, that can be killed,
 * stopped in its tracks and started again.
 */
final class DevelopmentServer implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "dev", "milvus").toAbsolutePath().normalize();

    /** What kept the server from being started; its message is the reason to skip a test. */
    static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        NotStarted(String reason) {
            super(reason);
        }
    }

    private final Path data;
    private String uri;

    private DevelopmentServer(Path data, String uri) {
        this.data = data;
        this.uri = uri;
    }

    /**
     * A server without any collection, on a free port.
     *
     * @param options further ones of {@code dev/milvus start}
     */
    static DevelopmentServer start(Path data, String... options) throws NotStarted {
        run("stop", data);
        delete(data);
        return new DevelopmentServer(data, run("start", data, started("0", options)));
    }

    private static String[] started(String port, String... options) {
        return Stream.concat(Stream.of("--port", port), Stream.of(options)).toArray(String[]::new);
    }

    /** The certificate of a secured server. */
    Path certificate() {
        return data.resolve("server.pem");
    }

    /** The certificate of a client, signed by that of the server. */
    Path clientCertificate() {
        return data.resolve("client.pem");
    }

    Path clientKey() {
        return data.resolve("client.key");
    }

    String uri() {
        return uri;
    }

    /** Starts the server on the port that it had; what it held is there again. */
    void startAgain() {
        String port = uri.substring(uri.lastIndexOf(':') + 1);
        try {
            uri = run("start", data, started(port));
        } catch (NotStarted failed) {
            throw new IllegalStateException(failed);
        }
    }

    void stop() {
        try {
            run("stop", data);
        } catch (NotStarted failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends the server as a power cut would, and returns when it answers no more. */
    void kill() {
        signal("KILL");
        while (Files.exists(data.resolve("server.json"))) {
            rest();
        }
    }

    /** Keeps the server's connections open, but answers nothing any more. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /** Stops the server, and takes away all that it holds. */
    void lose() {
        stop();
        delete(data);
    }

    private void signal(String name) {
        try {
            String facts = Files.readString(data.resolve("server.json"));
            Matcher process = Pattern.compile("\"server\": (\\d+)").matcher(facts);
            if (!process.find()) {
                throw new IllegalStateException(facts);
            }
            new ProcessBuilder("kill", "-" + name, process.group(1)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String run(String command, Path data, String... options) throws NotStarted {
        List<String> all =
                new ArrayList<>(List.of(SCRIPT.toString(), command, "--data", data.toString()));
        all.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            String last = lines.isEmpty() ? command : lines.getLast();
            if (process.waitFor() != 0) {
                throw new NotStarted(last);
            }
            return last;
        } catch (IOException failed) {
            throw new NotStarted("dev/milvus cannot be run: " + failed.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotStarted("interrupted");
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        stop();
        delete(data);
    }
}
