package org.tandemrec.milvus;

import static org.tandemrec.milvus.SecuredConnections.assertRefused;
import static org.tandemrec.milvus.SecuredConnections.loadsAndAnswers;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.IndexException.Kind;

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

    private MilvusOptions options(String... further) {
        return SecuredConnections.options(server, further);
    }

    private String certificate() {
        return server.certificate().toString();
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
