package org.tandemrec.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.RecipeFormat;
import org.tandemrec.features.EncodedTable;

/** Writes a bundle to a temporary name beside its place and moves it there when it is whole. */
final class BundleWriter {
    private final Clock clock;

    BundleWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes a bundle into the folder of bundles, under its id. Where a whole bundle of that id
     * stands there already, it stays, so that whoever reads it is not disturbed.
     *
     * @param partial the folder to write into first; must not exist; on the same disk
     * @param bundles the folder of bundles
     * @return the bundle's manifest
     */
    Manifest write(BundleContents contents, Path partial, Path bundles) throws IOException {
        Files.createDirectories(partial);
        writeFiles(contents, partial);
        Manifest manifest = manifest(contents, hashes(partial));
        writeManifest(manifest, partial);
        Path place = bundles.resolve(manifest.id());
        if (isWhole(place)) {
            StoreFiles.delete(partial);
            return BundleCheck.readManifest(place);
        }
        StoreFiles.delete(place);
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    private static boolean isWhole(Path place) throws IOException {
        if (!Files.exists(place)) {
            return false;
        }
        try {
            BundleCheck check = BundleCheck.of(place);
            return check.firstFault(check.manifest().files().keySet()).isEmpty();
        } catch (BadInputException broken) {
            return false;
        }
    }

    private static void writeManifest(Manifest manifest, Path folder) throws IOException {
        byte[] text = ManifestWriter.text(manifest).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(BundleFiles.MANIFEST), text);
        Files.writeString(
                folder.resolve(BundleFiles.MANIFEST_HASH), BundleFiles.hashLine(Sha256.of(text)));
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
                hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
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
                contents.towers().ratingDimension(),
                inputs(contents.users(), contents.towers().userUnknowns()),
                inputs(contents.items(), contents.towers().itemUnknowns()),
                contents.towers().userHistory(),
                contents.towers().itemHistory(),
                contents.metrics(),
                contents.settings(),
                Versions.current(),
                hashes);
    }

    private static List<TowerInput> inputs(EncodedTable table, Map<String, UnknownCode> unknowns) {
        return table.fields().stream()
                .map(
                        field ->
                                new TowerInput(
                                        field.name(),
                                        field.kind(),
                                        field.width(),
                                        field.vocabularyRows(),
                                        unknowns.getOrDefault(
                                                field.name(), new UnknownCode.OwnRow())))
                .toList();
    }
}
