package org.tandemrec.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names of a bundle's files, and what is made of their hashes. */
final class BundleFiles {
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_HASH = "manifest.sha256";
    static final String RECIPE = "recipe.json";
    static final String VOCABULARIES = "vocabularies.json";
    static final String USER_TOWER = "user-tower.onnx";
    static final String ITEM_TOWER = "item-tower.onnx";
    static final String CATALOGUE = "items.jsonl";
    static final String USER_CODES = "users.codes";
    static final String ITEM_CODES = "items.codes";
    static final String HISTORIES = "histories.bin";

    /** The files that are read when a bundle is opened. */
    static final List<String> READ_AT_ONCE = List.of(RECIPE, VOCABULARIES, CATALOGUE, USER_CODES);

    /** The files that every bundle has beside its manifest. */
    static final List<String> REQUIRED =
            List.of(
                    RECIPE,
                    VOCABULARIES,
                    CATALOGUE,
                    USER_CODES,
                    ITEM_CODES,
                    HISTORIES,
                    USER_TOWER,
                    ITEM_TOWER);

    private static final int ID_DIGITS = 12;

    private BundleFiles() {}

    /** Whether a name is one of those above. */
    static boolean isOwn(String name) {
        return REQUIRED.contains(name) || name.equals(MANIFEST) || name.equals(MANIFEST_HASH);
    }

    /** The first twelve digits of the SHA-256 over the names and hashes, in the names' order. */
    static String id(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(hashes)
                .forEach((name, hash) -> lines.append(name).append(' ').append(hash).append('\n'));
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }

    /** The content of {@link #MANIFEST_HASH}, as {@code sha256sum} writes and checks it. */
    static String hashLine(String manifestHash) {
        return manifestHash + "  " + MANIFEST + "\n";
    }
}
