package org.tandemrec.milvus;

import java.nio.file.Path;
import java.util.Optional;

/** What stands between Tandem and a Milvus server on the wire. */
public sealed interface Encryption {
    /** Nothing: for a server on this machine or a network of one's own. */
    record Plain() implements Encryption {}

    /**
     * TLS.
     *
     * @param authority the PEM file of who signed the server's certificate; absent, the JVM's
     *     authorities are trusted
     * @param client what the server knows Tandem by, where it asks
     * @param serverName the name in the server's certificate, where it is not the host's
     */
    record Tls(Optional<Path> authority, Optional<ClientKey> client, Optional<String> serverName)
            implements Encryption {
        public Tls {
            if (client.isPresent() && authority.isEmpty()) {
                throw MilvusSettings.invalid(
                        "a client certificate is given without the authority that both sides trust; set 'tls-authority'");
            }
        }
    }

    /**
     * The PEM files that a client shows.
     *
     * @param certificate the client's certificate
     * @param key its private key, PKCS 8
     */
    record ClientKey(Path certificate, Path key) {}
}
