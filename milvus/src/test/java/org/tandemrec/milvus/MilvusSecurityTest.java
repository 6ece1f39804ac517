package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexException.Kind;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/** A real server that speaks TLS and asks who is there. */
class MilvusSecurityTest {
    private static final String PASSWORD = "Milvus";

    private static Optional<DevelopmentServer> running = Optional.empty();

    private final DevelopmentServer server = running.orElseThrow();

    @BeforeAll
    static void start() {
        running = Optional.of(NeedsMilvus.ownServer("secured", "--secured"));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(DevelopmentServer::close);
    }

    /** Options as a properties file or the environment would give them. */
    private MilvusOptions options(String... further) {
        Map<String, String> settings = new HashMap<>();
        settings.put("uri", server.uri());
        for (int at = 0; at < further.length; at += 2) {
            settings.put(further[at], further[at + 1]);
        }
        return MilvusOptions.of(settings);
    }

    private String certificate() {
        return server.certificate().toString();
    }

    private static void loadsAndAnswers(MilvusOptions options, String version) {
        List<IndexedItem> items = Items.some(50, 1);
        SearchRequest question =
                SearchRequest.nearest(Items.constant(1), 5).within(Duration.ofSeconds(20));
        try (MilvusIndexes indexes = MilvusIndexes.connect(options);
                VectorIndex index = indexes.create(version, Items.DIMENSION);
                VectorIndex exact = Items.exact(items)) {
            index.put(items);
            index.commit();
            assertThat(index.search(question)).isEqualTo(exact.search(question));
        }
    }

    private static void assertRefused(Kind kind, MilvusOptions options, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> MilvusIndexes.connect(options).close())
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("guess"));
    }

    @Test
    void aUserWithTheirPasswordIsAnsweredOverTls() {
        loadsAndAnswers(
                options("tls-authority", certificate(), "user", "root", "password", PASSWORD),
                "v1");
    }

    @Test
    void aTokenOfUserAndPasswordWillDo() {
        loadsAndAnswers(options("tls-authority", certificate(), "token", "root:" + PASSWORD), "v2");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertRefused(
                Kind.UNAVAILABLE,
                options("tls-authority", certificate(), "user", "root", "password", "guess"),
                "refuses Tandem",
                "check 'token', or 'user' and 'password'");
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsRefused() {
        assertRefused(
                Kind.UNAVAILABLE,
                options("tls-authority", certificate()),
                "refuses Tandem",
                "check 'token', or 'user' and 'password'");
    }

    @Test
    void aCertificateThatNobodyTrustsIsNotAccepted() {
        assertRefused(
                Kind.TIMEOUT,
                options("user", "root", "password", PASSWORD),
                server.uri(),
                "'tls-authority' names who signed its certificate");
    }

    @Test
    void aCertificateInAnotherNameIsNotAcceptedUnlessThatNameIsWanted() {
        String[] known = {"tls-authority", certificate(), "token", "root:" + PASSWORD};
        assertRefused(Kind.TIMEOUT, options(with(known, "elsewhere")), "('tls-server-name')");
        loadsAndAnswers(options(with(known, "localhost")), "v3");
    }

    private static String[] with(String[] settings, String serverName) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "tls-server-name";
        all[settings.length + 1] = serverName;
        return all;
    }
}
