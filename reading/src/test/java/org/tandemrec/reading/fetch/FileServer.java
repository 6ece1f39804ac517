package org.tandemrec.reading.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real server on this machine that can be told to misbehave. */
final class FileServer implements AutoCloseable {
    static final FileServer CLOSED = new FileServer(Optional.empty());

    private final Optional<HttpServer> server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean knowsRanges = true;
    private volatile int cut = Integer.MAX_VALUE;
    private volatile int silence = Integer.MAX_VALUE;

    private FileServer(Optional<HttpServer> server) {
        this.server = server;
    }

    static FileServer start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer http = HttpServer.create(anyPort, 0);
        FileServer server = new FileServer(Optional.of(http));
        http.createContext("/", server::answer);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    URI address() {
        InetSocketAddress bound = server.orElseThrow().getAddress();
        return URI.create("http://127.0.0.1:%d/".formatted(bound.getPort()));
    }

    void serve(String path, byte[] content) {
        files.put(path, content);
    }

    void remove(String path) {
        files.remove(path);
    }

    void ignoreRanges() {
        knowsRanges = false;
    }

    /** Ends a longer answer after so many bytes. */
    void cutAfter(int bytes) {
        cut = bytes;
    }

    /** Sends nothing more of a longer answer after so many bytes. */
    void fallSilentAfter(int bytes) {
        silence = bytes;
    }

    /** The ranges that were asked for. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte @Nullable [] content = files.get(exchange.getRequestURI().getPath());
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Optional<String> range =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
            range.ifPresent(ranges::add);
            send(exchange, content, knowsRanges ? range.map(FileServer::start).orElse(0) : 0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int start(String range) {
        return Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private void send(HttpExchange exchange, byte[] content, int start)
            throws IOException, InterruptedException {
        if (start >= content.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (start > 0) {
            String sent = "bytes %d-%d/%d".formatted(start, content.length - 1, content.length);
            exchange.getResponseHeaders().set("Content-Range", sent);
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
        OutputStream body = exchange.getResponseBody();
        int end = Math.min(content.length, Math.min(cut, silence));
        body.write(Arrays.copyOfRange(content, start, Math.max(start, end)));
        body.flush();
        if (end == silence) {
            closing.await();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.ifPresent(http -> http.stop(0));
        threads.shutdownNow();
    }
}
