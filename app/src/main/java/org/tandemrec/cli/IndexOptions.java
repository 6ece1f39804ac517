package org.tandemrec.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;
import org.tandemrec.index.IndexKind;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.model.ModelStore;
import picocli.CommandLine.Option;

/** Which index holds the vectors: one in the store's folder, or a Milvus server. */
final class IndexOptions {
    private static final String MILVUS = "milvus";

    @Option(
            names = "--index",
            paramLabel = "KIND",
            description = "exact, lucene or milvus (default: embedded, by the number of items).")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--uri",
            paramLabel = "URI",
            description = "Where Milvus is, such as http://127.0.0.1:19530.")
    private Optional<String> uri = Optional.empty();

    @Option(
            names = "--milvus",
            paramLabel = "FILE",
            description =
                    "Further settings of Milvus as properties, among them token or password; TANDEM_MILVUS_... in the environment wins.")
    private Optional<Path> file = Optional.empty();

    /**
     * Where the vectors are.
     *
     * @throws BadInputException for an unknown kind
     */
    IndexPlace place(ModelStore store) {
        if (isMilvus()) {
            return new MilvusPlace(settings());
        }
        if (uri.isPresent() || file.isPresent()) {
            throw new BadInputException("--uri and --milvus belong to --index milvus");
        }
        return new FolderPlace(store, kind.map(IndexOptions::embedded));
    }

    /**
     * Where the vectors are, if an index is named.
     *
     * @throws BadInputException for an unknown kind
     */
    Optional<IndexPlace> named(ModelStore store) {
        IndexPlace place = place(store);
        return kind.map(_ -> place);
    }

    /**
     * The settings of the Milvus server.
     *
     * @throws BadInputException where the index is another
     */
    MilvusOptions milvus() {
        if (!isMilvus()) {
            throw new BadInputException(
                    "--list, --prune and --drop look after the collections of a Milvus server; add --index milvus");
        }
        return settings();
    }

    private boolean isMilvus() {
        return kind.filter(MILVUS::equalsIgnoreCase).isPresent();
    }

    private static IndexKind embedded(String name) {
        List<String> names = Arrays.stream(IndexKind.values()).map(IndexKind::label).toList();
        return Arrays.stream(IndexKind.values())
                .filter(each -> each.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "index is '%s', expected one of %s, milvus%s"
                                                .formatted(
                                                        name,
                                                        String.join(", ", names),
                                                        Suggestion.hint(name, names))));
    }

    private MilvusOptions settings() {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        uri.ifPresent(address -> environment.put("TANDEM_MILVUS_URI", address));
        return MilvusOptions.load(file, environment);
    }
}
