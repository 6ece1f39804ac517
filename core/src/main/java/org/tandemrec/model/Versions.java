package org.tandemrec.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What this process runs on. */
final class Versions {
    private Versions() {}

    static Map<String, String> current() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("tandem", tandem());
        return versions;
    }

    private static String tandem() {
        return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
