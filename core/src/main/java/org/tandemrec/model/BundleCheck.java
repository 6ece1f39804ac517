package org.tandemrec.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/**
 * Refuses a bundle of which anything is missing, changed or of a newer format. Safe for any thread.
 */
final class BundleCheck {
    private static final String WAY_OUT =
            "train again, or activate another bundle with 'tandem models'";

    private final Path folder;
    private final Manifest manifest;

    private BundleCheck(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * A check of the bundle in a folder, whose manifest is whole and whose files are all there.
     *
     * @throws BadInputException where they are not, or the format is newer
     */
    static BundleCheck of(Path folder) throws IOException {
        BundleCheck check = new BundleCheck(folder, readManifest(folder));
        check.requireId();
        check.requireFiles();
        return check;
    }

    /** The manifest of the bundle in a folder; its other files are not looked at. */
    static Manifest readManifest(Path folder) {
        Path file = folder.resolve(BundleFiles.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "%s: no %s, expected the folder of a bundle"
                            .formatted(folder, BundleFiles.MANIFEST));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            JsonNode tree = JsonTree.read(bytes);
            requireFormat(file, ManifestReader.format(tree));
            requireHash(file, Sha256.of(bytes), manifestHash(folder));
            return ManifestReader.manifest(tree);
        } catch (IOException damaged) {
            throw new BadInputException(
                    "%s: damaged (%s); %s".formatted(file, FailureReason.of(damaged), WAY_OUT),
                    damaged);
        }
    }

    private static void requireFormat(Path file, int format) throws IOException {
        if (format < 1) {
            throw new IOException("format is %d".formatted(format));
        }
        if (format > Manifest.FORMAT) {
            throw new BadInputException(
                    "%s: format is %d, this version reads up to %d; use a newer Tandem"
                            .formatted(file, format, Manifest.FORMAT));
        }
    }

    /** The hash stands before the first space, as {@code sha256sum} writes it. */
    private static String manifestHash(Path folder) throws IOException {
        byte[] line = Files.readAllBytes(folder.resolve(BundleFiles.MANIFEST_HASH));
        String text = new String(line, StandardCharsets.UTF_8);
        String hash = text.substring(0, Math.max(0, text.indexOf(' ')));
        if (!text.equals(BundleFiles.hashLine(hash))) {
            throw new IOException(
                    "%s is not 'SHA-256  %s'"
                            .formatted(BundleFiles.MANIFEST_HASH, BundleFiles.MANIFEST));
        }
        return hash;
    }

    private void requireId() {
        String expected = BundleFiles.id(manifest.files());
        if (!expected.equals(manifest.id())) {
            throw new BadInputException(
                    "%s: id is %s, expected %s from the hashes of its files; %s"
                            .formatted(folder, manifest.id(), expected, WAY_OUT));
        }
    }

    /** Files beside those of the manifest are refused: nobody could tell whether they belong. */
    private void requireFiles() throws IOException {
        Set<String> expected = new TreeSet<>(manifest.files().keySet());
        expected.addAll(BundleFiles.REQUIRED);
        expected.addAll(List.of(BundleFiles.MANIFEST, BundleFiles.MANIFEST_HASH));
        Set<String> found = found();
        for (String name : expected) {
            if (!found.contains(name)) {
                throw new BadInputException(
                        "%s: missing, expected in every bundle that is whole; %s"
                                .formatted(folder.resolve(name), WAY_OUT));
            }
        }
        found.removeAll(expected);
        if (!found.isEmpty()) {
            throw new BadInputException(
                    "%s: not named by the bundle's manifest; remove it"
                            .formatted(folder.resolve(found.iterator().next())));
        }
        if (!manifest.files().keySet().containsAll(BundleFiles.REQUIRED)) {
            throw new BadInputException(
                    "%s: not every file has a hash; %s"
                            .formatted(folder.resolve(BundleFiles.MANIFEST), WAY_OUT));
        }
    }

    private Set<String> found() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .forEach(names::add);
        }
        return names;
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * The bytes of a file, which have the hash that the manifest gives.
     *
     * @throws BadInputException where they have not
     */
    byte[] bytes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        requireHash(folder.resolve(name), Sha256.of(bytes), expectedHash(name));
        return bytes;
    }

    /** What is wrong with the first of the files that is not as the manifest says. */
    Optional<BadInputException> firstFault(Collection<String> names) {
        try {
            for (String name : names) {
                Path file = folder.resolve(name);
                requireHash(file, Sha256.of(file), expectedHash(name));
            }
            return Optional.empty();
        } catch (BadInputException changed) {
            return Optional.of(changed);
        } catch (IOException unreadable) {
            return Optional.of(unreadable(folder, unreadable));
        }
    }

    /** The refusal of a bundle of which the disk does not give a file. */
    static BadInputException unreadable(Path folder, IOException failure) {
        return new BadInputException(
                "%s: bundle cannot be read (%s); %s"
                        .formatted(folder, FailureReason.of(failure), WAY_OUT),
                failure);
    }

    private String expectedHash(String name) {
        return manifest.files().getOrDefault(name, "");
    }

    private static void requireHash(Path file, String found, String expected) {
        if (!found.equals(expected)) {
            throw new BadInputException(
                    "%s: SHA-256 is %s…, expected %s…; the bundle was changed, %s"
                            .formatted(file, beginning(found), beginning(expected), WAY_OUT));
        }
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(8, hash.length()));
    }
}
