package org.tandemrec.milvus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a Milvus server is and how it is spoken to.
 *
 * @param uri {@code http://host:19530}, or {@code https} for TLS; without a password, which would
 *     show in messages and logs
 * @param database the name of a database that exists there; {@code default} always does
 */
public record MilvusServer(
        URI uri, String database, Credentials credentials, Encryption encryption) {
    private static final int USUAL_PORT = 19530;

    /** Refuses an address that is none. */
    public MilvusServer {
        boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!known || Optional.ofNullable(uri.getHost()).isEmpty()) {
            throw MilvusSettings.invalid(
                    "the address of Milvus is '%s', expected one such as http://host:19530"
                            .formatted(uri.getUserInfo() == null ? uri : "(hidden)"));
        }
        if (uri.getUserInfo() != null) {
            throw MilvusSettings.invalid(
                    "the address of Milvus at %s has a user in it; give 'user' and 'password' in the settings or the environment"
                            .formatted(uri.getHost()));
        }
    }

    /** A server that asks for no password, without TLS. */
    public static MilvusServer at(String address) {
        return new MilvusServer(
                parse(address), "default", new Credentials.Anonymous(), new Encryption.Plain());
    }

    static URI parse(String address) {
        try {
            return new URI(address.contains("://") ? address : "http://" + address);
        } catch (URISyntaxException e) {
            throw MilvusSettings.invalid(
                    "the address of Milvus cannot be read (%s), expected one such as http://host:19530"
                            .formatted(e.getReason()));
        }
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
    }

    /** The address, as messages show it. */
    @Override
    public String toString() {
        return "%s://%s:%d".formatted(uri.getScheme(), host(), port());
    }
}
