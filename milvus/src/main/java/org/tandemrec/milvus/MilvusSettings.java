package org.tandemrec.milvus;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tandemrec.data.BadInputException;

/** Reads options from settings: names and texts, each checked as it is read. */
final class MilvusSettings {
    private static final String PREFIX = "TANDEM_MILVUS_";
    private static final Set<String> NAMES =
            Set.of(
                    "uri",
                    "database",
                    "name",
                    "token",
                    "user",
                    "password",
                    "tls-authority",
                    "tls-certificate",
                    "tls-key",
                    "tls-server-name",
                    "index-type",
                    "build-parameters",
                    "search-parameters",
                    "shards",
                    "replicas",
                    "partition-key",
                    "consistency",
                    "fallback",
                    "connect-deadline",
                    "call-deadline",
                    "load-deadline");

    private final Map<String, String> settings;

    private MilvusSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    static BadInputException invalid(String message) {
        return new BadInputException("Milvus: " + message);
    }

    static MilvusOptions read(Map<String, String> settings) {
        for (String name : new TreeSet<>(settings.keySet())) {
            if (!NAMES.contains(name)) {
                throw invalid(
                        "there is no setting '%s', expected one of %s"
                                .formatted(name, String.join(", ", new TreeSet<>(NAMES))));
            }
        }
        return new MilvusSettings(settings).options();
    }

    /** The settings of a properties file. */
    static Map<String, String> file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(
                    "%s cannot be read (%s), expected lines such as uri=http://host:19530"
                            .formatted(file, e.getMessage()));
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** The settings that an environment holds. */
    static Map<String, String> environment(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : NAMES) {
            String variable = PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
            Optional.ofNullable(environment.get(variable))
                    .ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    private MilvusOptions options() {
        return new MilvusOptions(
                server(),
                text("name").orElse("tandem"),
                layout(),
                choice("consistency", MilvusConsistency.values(), MilvusConsistency::label)
                        .orElse(MilvusConsistency.BOUNDED),
                deadlines(),
                yes("fallback"));
    }

    private MilvusServer server() {
        URI uri =
                MilvusServer.parse(
                        text("uri")
                                .orElseThrow(
                                        () ->
                                                invalid(
                                                        "no address is given; set 'uri' in the settings, %sURI, or --uri"
                                                                .formatted(PREFIX))));
        Encryption encryption =
                "https".equals(uri.getScheme()) ? encryption() : new Encryption.Plain();
        return new MilvusServer(uri, text("database").orElse("default"), credentials(), encryption);
    }

    private Credentials credentials() {
        Optional<String> token = text("token");
        if (token.isPresent()) {
            return new Credentials.Token(token.get());
        }
        Optional<String> user = text("user");
        Optional<String> password = text("password");
        if (user.isPresent() != password.isPresent()) {
            throw invalid("of 'user' and 'password' only one is given, expected both or neither");
        }
        return user.isPresent()
                ? new Credentials.Password(user.get(), password.orElseThrow())
                : new Credentials.Anonymous();
    }

    private Encryption encryption() {
        Optional<Path> certificate = text("tls-certificate").map(Path::of);
        Optional<Path> key = text("tls-key").map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw invalid(
                    "of 'tls-certificate' and 'tls-key' only one is given, expected both or neither");
        }
        return new Encryption.Tls(
                text("tls-authority").map(Path::of),
                certificate.map(file -> new Encryption.ClientKey(file, key.orElseThrow())),
                text("tls-server-name"));
    }

    private CollectionLayout layout() {
        return new CollectionLayout(
                choice("index-type", MilvusIndexType.values(), MilvusIndexType::label)
                        .orElse(MilvusIndexType.BY_SIZE),
                parameters("build-parameters"),
                parameters("search-parameters"),
                number("shards").orElse(1),
                number("replicas").orElse(1),
                text("partition-key"));
    }

    private MilvusDeadlines deadlines() {
        MilvusDeadlines usual = MilvusDeadlines.usual();
        return new MilvusDeadlines(
                seconds("connect-deadline").orElse(usual.connect()),
                seconds("call-deadline").orElse(usual.call()),
                seconds("load-deadline").orElse(usual.load()));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    private boolean yes(String name) {
        return text(name).map(text -> yes(name, text)).orElse(false);
    }

    private static boolean yes(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("'%s' is '%s', expected true or false".formatted(name, text));
        };
    }

    private Optional<Integer> number(String name) {
        return text(name).map(text -> parse(name, text, "a whole number", Integer::valueOf));
    }

    private Optional<Duration> seconds(String name) {
        return text(name)
                .map(text -> parse(name, text, "seconds, such as 2.5", MilvusSettings::duration));
    }

    private static Duration duration(String seconds) {
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static <T> T parse(
            String name, String text, String expected, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException _) {
            throw invalid("'%s' is '%s', expected %s".formatted(name, text, expected));
        }
    }

    private <T> Optional<T> choice(String name, T[] values, Function<T, String> label) {
        return text(name)
                .map(
                        text ->
                                Arrays.stream(values)
                                        .filter(value -> label.apply(value).equalsIgnoreCase(text))
                                        .findFirst()
                                        .orElseThrow(() -> unknown(name, text, values, label)));
    }

    private static <T> BadInputException unknown(
            String name, String text, T[] values, Function<T, String> label) {
        return invalid(
                "'%s' is '%s', expected one of %s"
                        .formatted(
                                name,
                                text,
                                String.join(", ", Arrays.stream(values).map(label).toList())));
    }

    private Map<String, String> parameters(String name) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : text(name).map(text -> text.split(",")).orElse(new String[0])) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw invalid(
                        "'%s' has '%s' in it, expected parts such as M=16"
                                .formatted(name, part.strip()));
            }
            parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return parameters;
    }
}
