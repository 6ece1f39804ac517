package org.tandemrec.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandemrec.data.RecipeFormat;
import org.tandemrec.features.EncodedTable;

/** Writes a bundle to a temporary name beside its place and moves it there when it is whole. */
final class BundleWriter {
    private final Clock clock;

    BundleWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes a bundle into the folder of bundles, under its id.
     *
     * @param partial the folder to write into first; must not exist; on the same disk
     * @param bundles the folder of bundles
     * @return the bundle's manifest
     */
    Manifest write(BundleContents contents, Path partial, Path bundles) throws IOException {
        Files.createDirectories(partial);
        writeFiles(contents, partial);
        Map<String, String> hashes = hashes(partial);
        Manifest manifest = manifest(contents, hashes);
        ManifestFormat.write(manifest, partial.resolve(BundleFiles.MANIFEST));
        Path place = bundles.resolve(manifest.id());
        Path replaced = bundles.resolve(".replaced");
        StoreFiles.delete(replaced);
        if (Files.exists(place)) {
            Files.move(place, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        StoreFiles.delete(replaced);
        return manifest;
    }

    private static void writeFiles(BundleContents contents, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(BundleFiles.RECIPE),
                RecipeFormat.write(contents.recipe()).toPrettyString() + "\n");
        JsonFiles.writeVocabularies(
                contents.vocabularies(), folder.resolve(BundleFiles.VOCABULARIES));
        Files.write(folder.resolve(BundleFiles.USER_TOWER), contents.towers().user());
        Files.write(folder.resolve(BundleFiles.ITEM_TOWER), contents.towers().item());
        JsonFiles.writeCatalogue(contents.catalogue(), folder.resolve(BundleFiles.CATALOGUE));
        EncodedTableFile.write(contents.users(), folder.resolve(BundleFiles.USER_CODES));
        EncodedTableFile.write(contents.items(), folder.resolve(BundleFiles.ITEM_CODES));
        HistoryFile.write(
                contents.interactions(),
                contents.users().rows(),
                folder.resolve(BundleFiles.HISTORIES));
        for (Map.Entry<String, String> report : contents.reports().entrySet()) {
            Files.writeString(folder.resolve(report.getKey()), report.getValue());
        }
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                hashes.put(String.valueOf(file.getFileName()), BundleFiles.hash(file));
            }
        }
        return hashes;
    }

    private Manifest manifest(BundleContents contents, Map<String, String> hashes) {
        return new Manifest(
                BundleFiles.id(hashes),
                clock.instant(),
                contents.preset(),
                contents.seed(),
                new Manifest.DataSummary(
                        contents.recipe().name(),
                        contents.users().rows() - 1,
                        contents.items().rows() - 1,
                        contents.interactions().size()),
                contents.towers().dimension(),
                contents.towers().ratings(),
                inputs(contents.users()),
                inputs(contents.items()),
                contents.metrics(),
                contents.settings(),
                Versions.current(),
                hashes);
    }

    private static List<TowerInput> inputs(EncodedTable table) {
        return table.fields().stream()
                .map(
                        field ->
                                new TowerInput(
                                        field.name(),
                                        field.kind(),
                                        field.width(),
                                        field.vocabularyRows()))
                .toList();
    }
}
