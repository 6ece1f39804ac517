package org.tandemrec.reading.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the licence in a data set's README. */
final class Licence {
    private static final int MOST_LINES = 60;

    private Licence() {}

    /** The README's section on usage; empty where the zip has no such section. */
    static Optional<String> in(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Optional<? extends ZipEntry> readme =
                    file.stream().filter(entry -> isReadme(entry.getName())).findFirst();
            if (readme.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream content = file.getInputStream(readme.get())) {
                return section(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isReadme(String name) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith("README");
    }

    private static Optional<String> section(String readme) {
        List<String> lines = readme.lines().toList();
        List<String> section = new ArrayList<>();
        for (int line = 0; line + 1 < lines.size() && section.size() < MOST_LINES; line++) {
            boolean heading = isUnderline(lines.get(line + 1));
            if (!section.isEmpty() && heading) {
                break;
            }
            if (!section.isEmpty() || (heading && isUsage(lines.get(line)))) {
                section.add(lines.get(line));
            }
        }
        String text = String.join("\n", section).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean isUsage(String heading) {
        return heading.toLowerCase(Locale.ROOT).contains("usage license");
    }

    private static boolean isUnderline(String line) {
        return line.startsWith("=====");
    }
}
