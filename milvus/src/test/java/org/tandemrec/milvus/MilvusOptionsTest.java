package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;

class MilvusOptionsTest {
    @TempDir Path folder;

    private static MilvusOptions with(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("uri", "http://host:19530"));
        for (int place = 0; place < settings.length; place += 2) {
            all.put(settings[place], settings[place + 1]);
        }
        return MilvusOptions.of(all);
    }

    private static void assertRefused(ThrowingCallable call, String line) {
        assertThatExceptionOfType(BadInputException.class).isThrownBy(call).withMessage(line);
    }

    @Test
    void needsNoMoreThanAnAddress() {
        MilvusOptions options = MilvusOptions.at("host:1234");
        assertThat(options.server()).hasToString("http://host:1234");
        assertThat(options.name()).isEqualTo("tandem");
        assertThat(options.layout()).isEqualTo(CollectionLayout.usual());
        assertThat(options.consistency()).isEqualTo(MilvusConsistency.BOUNDED);
        assertThat(options.deadlines()).isEqualTo(MilvusDeadlines.usual());
    }

    @Test
    void readsEverySetting() {
        MilvusOptions options =
                with(
                        "uri", "https://host",
                        "database", "films",
                        "name", "shop_1",
                        "user", "ann",
                        "password", "secret",
                        "tls-authority", "ca.pem",
                        "tls-certificate", "me.pem",
                        "tls-key", "me.key",
                        "tls-server-name", "milvus.example",
                        "index-type", "ivf-flat",
                        "build-parameters", "nlist=64, x=1",
                        "search-parameters", "nprobe=8",
                        "shards", "2",
                        "replicas", "3",
                        "partition-key", "country",
                        "consistency", "strong",
                        "fallback", "true",
                        "connect-deadline", "1.5",
                        "call-deadline", "2",
                        "load-deadline", "60");
        assertThat(options.server().database()).isEqualTo("films");
        assertThat(options.server().credentials())
                .isEqualTo(new Credentials.Password("ann", "secret"));
        assertThat(options.server().encryption())
                .isEqualTo(
                        new Encryption.Tls(
                                Optional.of(Path.of("ca.pem")),
                                Optional.of(
                                        new Encryption.ClientKey(
                                                Path.of("me.pem"), Path.of("me.key"))),
                                Optional.of("milvus.example")));
        assertThat(options.layout())
                .isEqualTo(
                        new CollectionLayout(
                                MilvusIndexType.IVF_FLAT,
                                Map.of("nlist", "64", "x", "1"),
                                Map.of("nprobe", "8"),
                                2,
                                3,
                                Optional.of("country")));
        assertThat(options.consistency()).isEqualTo(MilvusConsistency.STRONG);
        assertThat(options.fallback()).isTrue();
        assertThat(with("fallback", "false").fallback()).isFalse();
        assertThat(options.deadlines())
                .isEqualTo(
                        new MilvusDeadlines(
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1)));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Path file = folder.resolve("milvus.properties");
        Files.writeString(file, "uri=http://one:1\ntoken=from-file\ncall-deadline=3\n");
        MilvusOptions options =
                MilvusOptions.load(
                        Optional.of(file),
                        Map.of(
                                "TANDEM_MILVUS_TOKEN", "from-environment",
                                "TANDEM_MILVUS_LOAD_DEADLINE", "9",
                                "HOME", "/"));
        assertThat(options.server()).hasToString("http://one:1");
        assertThat(options.server().credentials())
                .isEqualTo(new Credentials.Token("from-environment"));
        assertThat(options.deadlines().call()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.deadlines().load()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void showsNoSecret() {
        assertThat(with("token", "t0psecret").toString()).doesNotContain("t0psecret");
        assertThat(with("user", "ann", "password", "t0psecret").toString())
                .doesNotContain("t0psecret");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusOptions.at("http://ann:t0psecret@host:1"))
                .withMessageNotContaining("t0psecret")
                .withMessageContaining("give 'user' and 'password'");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertRefused(
                () -> with("consistency", "loose"),
                "Milvus: 'consistency' is 'loose', expected one of strong, session, bounded, eventually");
        assertRefused(
                () -> with("shards", "two"), "Milvus: 'shards' is 'two', expected a whole number");
        assertRefused(() -> with("replicas", "0"), "Milvus: 'replicas' is 0, expected at least 1");
        assertRefused(
                () -> with("fallback", "maybe"),
                "Milvus: 'fallback' is 'maybe', expected true or false");
        assertRefused(
                () -> with("call-deadline", "0"),
                "Milvus: 'call-deadline' is PT0S, expected more than zero");
        assertRefused(
                () -> with("build-parameters", "M:16"),
                "Milvus: 'build-parameters' has 'M:16' in it, expected parts such as M=16");
        assertRefused(
                () -> with("user", "ann"),
                "Milvus: of 'user' and 'password' only one is given, expected both or neither");
        assertRefused(
                () -> with("name", "a-b"),
                "Milvus: 'name' is 'a-b', expected at most 100 letters, digits and underscores, no digit first");
        assertRefused(
                () -> MilvusOptions.at("ftp://host"),
                "Milvus: the address of Milvus is 'ftp://host', expected one such as http://host:19530");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> with("pasword", "x"))
                .withMessageStartingWith("Milvus: there is no setting 'pasword', expected one of");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusOptions.of(Map.of()))
                .withMessageStartingWith("Milvus: no address is given");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusOptions.load(Optional.of(folder.resolve("none")), Map.of()))
                .withMessageContaining("cannot be read");
    }

    @Test
    void searchesAmongNoFewerCandidatesThanAreWanted() {
        CollectionLayout layout = with("search-parameters", "ef=200").layout();
        assertThat(layout.searchParameters(MilvusIndexType.HNSW, 10)).containsEntry("ef", 200);
        assertThat(layout.searchParameters(MilvusIndexType.HNSW, 500)).containsEntry("ef", 500);
    }
}
