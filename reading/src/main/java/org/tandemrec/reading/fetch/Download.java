package org.tandemrec.reading.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Downloads a file; what an earlier attempt has brought is kept and gone on from. */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int BUFFER = 1 << 16;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final HttpClient client;
    private final FetchTimes times;
    private final FetchListener listener;

    Download(HttpClient client, FetchTimes times, FetchListener listener) {
        this.client = client;
        this.times = times;
        this.listener = listener;
    }

    /** The text at an address; empty where the server has none. */
    Optional<String> text(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
    }

    /**
     * Brings the file at an address.
     *
     * @param part where to put it; what lies there already is its beginning
     * @throws IOException where the connection fails or ends early; {@code part} keeps what came
     */
    void file(URI address, Path part) throws IOException, InterruptedException {
        long there = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = request(address);
        if (there > 0) {
            request.header("Range", "bytes=" + there + "-");
        }
        HttpResponse<InputStream> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            switch (answer.statusCode()) {
                case OK -> append(body, part, 0, length(answer));
                case PARTIAL -> append(body, part, start(answer, there), total(answer));
                case NOT_SATISFIABLE -> {
                    // Either all of it is there already, or it is of another file: the sum tells.
                    return;
                }
                default ->
                        throw new FetchException(
                                "%s answers with status %d, expected the file; the data set may have moved: see https://grouplens.org/datasets/movielens/"
                                        .formatted(address, answer.statusCode()));
            }
        }
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(times.silence())
                .header("User-Agent", "tandem");
    }

    private static OptionalLong length(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Content-Length");
    }

    private static long start(HttpResponse<?> answer, long asked) throws IOException {
        Matcher range = range(answer);
        long start = range.matches() ? Long.parseLong(range.group(1)) : -1;
        if (start != asked) {
            throw new IOException("asked for bytes from " + asked + ", got them from " + start);
        }
        return start;
    }

    private static OptionalLong total(HttpResponse<?> answer) {
        Matcher range = range(answer);
        return range.matches() && !range.group(2).equals("*")
                ? OptionalLong.of(Long.parseLong(range.group(2)))
                : OptionalLong.empty();
    }

    private static Matcher range(HttpResponse<?> answer) {
        return RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    }

    private void append(InputStream body, Path part, long start, OptionalLong total)
            throws IOException {
        String name = part.getFileName().toString().replaceFirst("\\.part$", "");
        StandardOpenOption from =
                start == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long bytes = start;
        try (SilenceGuard guard = SilenceGuard.over(body, times.silence());
                OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, from)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = guard.read(buffer); read >= 0; read = guard.read(buffer)) {
                file.write(buffer, 0, read);
                bytes += read;
                listener.received(name, bytes, total);
            }
        }
        if (total.isPresent() && bytes < total.getAsLong()) {
            throw new IOException(
                    "it ended after %,d of %,d bytes".formatted(bytes, total.getAsLong()));
        }
    }
}
