package org.tandemrec.milvus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a real server: the one at {@code TANDEM_MILVUS_URI}, or one that {@code dev/milvus}
 * starts once per run. Where neither can be had, the tests are skipped with the reason; with {@code
 * TANDEM_MILVUS=required} they fail.
 */
public final class NeedsMilvus implements BeforeAllCallback {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(NeedsMilvus.class);
    private static final Path SERVERS = Path.of("target", "milvus").toAbsolutePath();

    private static volatile String uri = "";

    /** The shared server, kept by JUnit until the end of the run. */
    private record Shared(String uri, Optional<DevelopmentServer> own) implements AutoCloseable {
        @Override
        public void close() {
            own.ifPresent(DevelopmentServer::close);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        uri =
                context.getRoot()
                        .getStore(SPACE)
                        .computeIfAbsent("shared", _ -> share(), Shared.class)
                        .uri();
    }

    private static Shared share() {
        Optional<String> running = Optional.ofNullable(System.getenv("TANDEM_MILVUS_URI"));
        if (running.isPresent()) {
            return new Shared(running.get(), Optional.empty());
        }
        DevelopmentServer own = ownServer("shared");
        return new Shared(own.uri(), Optional.of(own));
    }

    /**
     * A server that a test may break.
     *
     * @param options further ones of {@code dev/milvus start}
     */
    static DevelopmentServer ownServer(String name, String... options) {
        try {
            return DevelopmentServer.start(SERVERS.resolve(name), options);
        } catch (DevelopmentServer.NotStarted reason) {
            if ("required".equals(System.getenv("TANDEM_MILVUS"))) {
                throw new IllegalStateException(reason.getMessage(), reason);
            }
            throw new TestAbortedException("no Milvus: " + reason.getMessage());
        }
    }

    /** The address of the shared server. */
    public static String uri() {
        return uri;
    }

    /** Options for the shared server, under a name that no other test has; patient. */
    static MilvusOptions options() {
        return options(uri);
    }

    static MilvusOptions options(String server) {
        return MilvusOptions.at(server)
                .named("test_" + UUID.randomUUID().toString().replace("-", ""))
                .with(
                        new MilvusDeadlines(
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(3)));
    }

    /** Removes what a test left on the server. */
    public static void clear(MilvusOptions options) {
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            indexes.list().forEach(found -> indexes.drop(found.collection()));
        }
    }
}
