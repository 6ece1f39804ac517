package org.tandemrec.milvus;

import static org.tandemrec.milvus.SecuredConnections.assertRefused;
import static org.tandemrec.milvus.SecuredConnections.loadsAndAnswers;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.IndexException.Kind;

/** A real server that asks for the client's certificate before it says a word. */
class MilvusClientCertificateTest {
    private static Optional<DevelopmentServer> running = Optional.empty();

    private final DevelopmentServer server = running.orElseThrow();

    @BeforeAll
    static void start() {
        running = Optional.of(NeedsMilvus.ownServer("mutual", "--mutual"));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(DevelopmentServer::close);
    }

    @Test
    void aClientWithACertificateIsAnswered() {
        loadsAndAnswers(
                SecuredConnections.options(
                        server,
                        "tls-authority",
                        server.certificate().toString(),
                        "tls-certificate",
                        server.clientCertificate().toString(),
                        "tls-key",
                        server.clientKey().toString(),
                        "user",
                        "root",
                        "password",
                        "Milvus"),
                "v1");
    }

    @Test
    void aClientWithoutOneIsRefused() {
        assertRefused(
                Kind.TIMEOUT,
                SecuredConnections.options(
                        server,
                        "tls-authority",
                        server.certificate().toString(),
                        "user",
                        "root",
                        "password",
                        "Milvus"),
                server.uri(),
                "'tls-certificate'");
    }
}
