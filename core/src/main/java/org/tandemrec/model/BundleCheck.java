package org.tandemrec.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tandemrec.data.BadInputException;

/** Refuses a bundle of which anything is missing or changed. */
final class BundleCheck {
    private BundleCheck() {}

    static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve(BundleFiles.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "%s: no %s, expected the folder of a bundle"
                            .formatted(folder, BundleFiles.MANIFEST));
        }
        return ManifestFormat.read(file);
    }

    static void requireHashes(Path folder, Manifest manifest) throws IOException {
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            requireHash(folder.resolve(file.getKey()), file.getValue());
        }
        if (!BundleFiles.id(manifest.files()).equals(manifest.id())) {
            throw new BadInputException(
                    "%s: id is %s, expected %s from its hashes; the bundle was changed, train again"
                            .formatted(folder, manifest.id(), BundleFiles.id(manifest.files())));
        }
    }

    private static void requireHash(Path file, String expected) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "%s: missing, expected by the bundle's manifest; train again".formatted(file));
        }
        String found = BundleFiles.hash(file);
        if (!found.equals(expected)) {
            throw new BadInputException(
                    "%s: SHA-256 is %s…, expected %s…; the bundle was changed, train again"
                            .formatted(file, found.substring(0, 8), expected.substring(0, 8)));
        }
    }
}
