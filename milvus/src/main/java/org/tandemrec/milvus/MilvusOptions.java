package org.tandemrec.milvus;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How Tandem uses a Milvus server: where it is, what the collections are called, how they are laid
 * out.
 *
 * @param server where the server is
 * @param name the alias under which the active collection is found, and how the names of all its
 *     collections begin: letters, digits and underscores
 * @param layout how new collections are laid out
 * @param consistency how fresh the answers must be
 * @param deadlines how long Tandem waits
 * @param fallback whether a local index of the same bundle answers while the server is away
 */
public record MilvusOptions(
        MilvusServer server,
        String name,
        CollectionLayout layout,
        MilvusConsistency consistency,
        MilvusDeadlines deadlines,
        boolean fallback) {
    private static final int LONGEST_NAME = 100;

    /** Refuses a name that Milvus does not take. */
    public MilvusOptions {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || name.length() > LONGEST_NAME) {
            throw MilvusSettings.invalid(
                    "'name' is '%s', expected at most %d letters, digits and underscores, no digit first"
                            .formatted(name, LONGEST_NAME));
        }
    }

    /** Collections called {@code tandem…} on a server, as usual in everything else. */
    public static MilvusOptions at(String address) {
        return of(Map.of("uri", address));
    }

    /**
     * Options from settings by name: {@code uri}, {@code token} and so on, as docs/milvus.md lists
     * them.
     *
     * @throws org.tandemrec.data.BadInputException for an unknown name or a value that cannot be
     *     read
     */
    public static MilvusOptions of(Map<String, String> settings) {
        return MilvusSettings.read(settings);
    }

    /**
     * Options from a properties file, where there is one, and the environment, in which {@code
     * TANDEM_MILVUS_CALL_DEADLINE} stands for {@code call-deadline} and wins over the file.
     *
     * @throws org.tandemrec.data.BadInputException where the file or a setting cannot be read
     */
    public static MilvusOptions load(Optional<Path> file, Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        file.ifPresent(path -> settings.putAll(MilvusSettings.file(path)));
        settings.putAll(MilvusSettings.environment(environment));
        return of(settings);
    }

    /** These options for collections of another name. */
    public MilvusOptions named(String other) {
        return new MilvusOptions(server, other, layout, consistency, deadlines, fallback);
    }

    /** These options with another layout. */
    public MilvusOptions with(CollectionLayout other) {
        return new MilvusOptions(server, name, other, consistency, deadlines, fallback);
    }

    /** These options with other deadlines. */
    public MilvusOptions with(MilvusDeadlines other) {
        return new MilvusOptions(server, name, layout, consistency, other, fallback);
    }

    /** These options with a local index that answers while the server is away. */
    public MilvusOptions withFallback() {
        return new MilvusOptions(server, name, layout, consistency, deadlines, true);
    }
}
