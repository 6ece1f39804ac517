package org.tandemrec.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.RecipeFormat;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;

/**
 * Reads a bundle. Each file that is read at once is parsed from the very bytes that were hashed;
 * the others, which are larger, are hashed by another thread meanwhile.
 */
final class BundleReader {
    private final Path folder;
    private final BundleCheck check;
    private final Manifest manifest;

    private BundleReader(Path folder, BundleCheck check) {
        this.folder = folder;
        this.check = check;
        this.manifest = check.manifest();
    }

    static ModelBundle read(Path folder) {
        try {
            return new BundleReader(folder, BundleCheck.of(folder)).read();
        } catch (IOException broken) {
            throw BundleCheck.unreadable(folder, broken);
        }
    }

    private ModelBundle read() throws IOException {
        CompletableFuture<Optional<BadInputException>> fault =
                CompletableFuture.supplyAsync(() -> check.firstFault(others()));
        ModelBundle bundle = parse();
        Optional<BadInputException> found = fault.join();
        if (found.isPresent()) {
            throw found.get();
        }
        requireHistories();
        return bundle;
    }

    private void requireHistories() throws IOException {
        Manifest.DataSummary data = manifest.data();
        long expected = HistoryFile.bytes(data.users() + 1, data.interactions());
        long found = Files.size(folder.resolve(BundleFiles.HISTORIES));
        if (found != expected) {
            throw new IOException(
                    "%s: %d bytes, expected %d for %d interactions"
                            .formatted(
                                    BundleFiles.HISTORIES, found, expected, data.interactions()));
        }
    }

    private List<String> others() {
        return manifest.files().keySet().stream()
                .filter(name -> !BundleFiles.READ_AT_ONCE.contains(name))
                .toList();
    }

    private ModelBundle parse() throws IOException {
        try {
            return new ModelBundle(
                    folder, manifest, recipe(), vocabularies(), catalogue(), users());
        } catch (IllegalArgumentException cannotBe) {
            throw new IOException(cannotBe.getMessage(), cannotBe);
        }
    }

    private Recipe recipe() throws IOException {
        return RecipeFormat.read(
                JsonTree.read(check.bytes(BundleFiles.RECIPE)),
                folder.resolve(BundleFiles.RECIPE).toString());
    }

    private Vocabularies vocabularies() throws IOException {
        Vocabularies vocabularies =
                JsonFiles.readVocabularies(check.bytes(BundleFiles.VOCABULARIES));
        requireCount("users", vocabularies.userIds(), manifest.data().users());
        requireCount("items", vocabularies.itemIds(), manifest.data().items());
        return vocabularies;
    }

    private static void requireCount(String whose, Vocabulary ids, int expected)
            throws IOException {
        if (ids.values().size() != expected) {
            throw new IOException(
                    "vocabulary of %d %s, expected %d"
                            .formatted(ids.values().size(), whose, expected));
        }
    }

    private List<CatalogueItem> catalogue() throws IOException {
        List<CatalogueItem> items = JsonFiles.readCatalogue(check.bytes(BundleFiles.CATALOGUE));
        if (items.size() != manifest.data().items()) {
            throw new IOException(
                    "catalogue of %d items, expected %d"
                            .formatted(items.size(), manifest.data().items()));
        }
        return items;
    }

    private EncodedTable users() throws IOException {
        return EncodedTableFile.read(
                check.bytes(BundleFiles.USER_CODES),
                manifest.userInputs(),
                manifest.data().users() + 1);
    }
}
