package org.tandemrec.milvus;

import io.milvus.v2.client.ConnectConfig;
import java.nio.file.Path;
import java.util.Optional;

/** Options as the Milvus client takes them. */
final class ConnectSettings {
    private ConnectSettings() {}

    static ConnectConfig of(MilvusOptions options) {
        MilvusServer server = options.server();
        ConnectConfig.ConnectConfigBuilder settings =
                ConnectConfig.builder()
                        .uri(server.toString())
                        .dbName(server.database())
                        .connectTimeoutMs(options.deadlines().connect().toMillis())
                        .rpcDeadlineMs(options.deadlines().call().toMillis());
        addCredentials(settings, server.credentials());
        addEncryption(settings, server);
        return settings.build();
    }

    private static void addCredentials(
            ConnectConfig.ConnectConfigBuilder settings, Credentials credentials) {
        switch (credentials) {
            case Credentials.Anonymous() -> {}
            case Credentials.Token(String token) -> settings.token(token);
            case Credentials.Password(String user, String password) ->
                    settings.username(user).password(password);
        }
    }

    private static void addEncryption(
            ConnectConfig.ConnectConfigBuilder settings, MilvusServer server) {
        switch (server.encryption()) {
            case Encryption.Plain() -> settings.secure(false);
            case Encryption.Tls(
                            Optional<Path> authority,
                            Optional<Encryption.ClientKey> client,
                            Optional<String> serverName) -> {
                settings.secure(true);
                // The client takes no certificate of its own without a name to look for in it.
                settings.serverName(serverName.orElse(server.host()));
                client.ifPresentOrElse(
                        shown -> addClient(settings, authority.orElseThrow(), shown),
                        () -> authority.map(Path::toString).ifPresent(settings::serverPemPath));
            }
        }
    }

    private static void addClient(
            ConnectConfig.ConnectConfigBuilder settings,
            Path authority,
            Encryption.ClientKey client) {
        settings.caPemPath(authority.toString())
                .clientPemPath(client.certificate().toString())
                .clientKeyPath(client.key().toString());
    }
}
