package org.tandemrec.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tandemrec.data.Dataset;

/** A folder with the files of a small data set in MovieLens 1M's layout, to be spoilt by tests. */
final class MovieFolder {
    private final Path path;

    private MovieFolder(Path path) {
        this.path = path;
    }

    /** Stands in a field until the test has its folder; nothing is written. */
    static MovieFolder notYet() {
        return new MovieFolder(Path.of("none"));
    }

    /** Three users, three films and five ratings, all of them good. */
    static MovieFolder in(Path path) {
        return new MovieFolder(path)
                .with(
                        "users.dat",
                        "1::F::1::10::11111",
                        "2::M::56::16::22222",
                        "3::M::25::15::33333")
                .with(
                        "movies.dat",
                        "10::Café de Flore (1995)::Animation|Comedy",
                        "20::Jungle Dice (1996)::Adventure",
                        "30::Untitled::")
                .with(
                        "ratings.dat",
                        "1::10::5::1000000760",
                        "1::20::3::1000002109",
                        "2::10::1::1000001968",
                        "3::10::4::1000001777",
                        "3::30::2::1000001778");
    }

    MovieFolder with(String file, String... lines) {
        return with(file, StandardCharsets.ISO_8859_1, lines);
    }

    MovieFolder with(String file, Charset encoding, String... lines) {
        return withBytes(file, (String.join("\n", lines) + "\n").getBytes(encoding));
    }

    MovieFolder withBytes(String file, byte[] content) {
        try {
            Files.createDirectories(path.resolve(file).resolveSibling("."));
            Files.write(path.resolve(file), content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    MovieFolder without(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path path() {
        return path;
    }

    Path path(String file) {
        return path.resolve(file);
    }

    /** The same files in a zip, below a folder named {@code data}. */
    Path zip(Path target) {
        Map<String, byte[]> members = new TreeMap<>();
        for (String file : List.of("users.dat", "movies.dat", "ratings.dat")) {
            members.put("data/" + file, content(file));
        }
        return zip(target, members);
    }

    private byte[] content(String file) {
        try {
            return Files.readAllBytes(path.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path zip(Path target, Map<String, byte[]> members) {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads strictly: a tenth of a small file's rows is more than may be rejected. */
    Dataset read() {
        return read(path, ReadingOptions.standard());
    }

    /** Reads whatever is rejected. */
    Dataset readAll() {
        return read(path, ReadingOptions.unlimited());
    }

    static Dataset read(Path data, ReadingOptions options) {
        return new DatasetReader(options, ReadingListener.SILENT).read(data, Optional.empty());
    }

    static Dataset read(Path data, String recipe) {
        return new DatasetReader(ReadingOptions.standard(), ReadingListener.SILENT)
                .read(data, Optional.of(Recipes.named(recipe)));
    }
}
