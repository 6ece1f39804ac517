package org.tandemrec.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tandemrec.data.BadInputException;

/** The files inside a zip; those that are needed are unpacked to a temporary folder. */
final class ZipFiles extends DataFiles {
    /** What every zip starts with. */
    private static final byte[] SIGNATURE = {'P', 'K'};

    private final Path path;
    private final ZipFile zip;
    private final List<String> names;
    private final TemporaryFolder unpacked;

    private ZipFiles(Path path, ZipFile zip, List<String> names) {
        this.path = path;
        this.zip = zip;
        this.names = names;
        this.unpacked = TemporaryFolder.create();
    }

    static ZipFiles of(Path path) {
        ZipFile zip = opened(path);
        List<String> names =
                zip.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getName)
                        .sorted()
                        .toList();
        names.forEach(name -> requireInside(path, name));
        return new ZipFiles(path, zip, names);
    }

    private static ZipFile opened(Path path) {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException broken) {
            throw new BadInputException(refusal(path, broken), broken);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static String refusal(Path path, ZipException broken) {
        byte[] start = start(path);
        if (start.length == 0) {
            return "%s is empty, expected a folder or a zip".formatted(path);
        }
        if (!Arrays.equals(start, SIGNATURE)) {
            return "%s is no zip, expected a folder or a zip; where it is one file of your data, name the folder that holds it"
                    .formatted(path);
        }
        return "%s is no whole zip (%s); if it was downloaded, it may be cut off: fetch it again"
                .formatted(path, broken.getMessage());
    }

    private static byte[] start(Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            return content.readNBytes(SIGNATURE.length);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static BadInputException unreadable(Path path, IOException failure) {
        return new BadInputException(
                "%s cannot be read: %s".formatted(path, failure.getMessage()), failure);
    }

    private static void requireInside(Path path, String name) {
        Path base = Path.of("base").toAbsolutePath();
        if (!base.resolve(name).normalize().startsWith(base) || name.contains("\\")) {
            throw new BadInputException(
                    "%s holds the file '%s', which leads out of the folder it is unpacked to; refused"
                            .formatted(path, name));
        }
    }

    @Override
    Path data() {
        return path;
    }

    @Override
    Path root() {
        return unpacked.path();
    }

    @Override
    List<String> names() {
        return names;
    }

    @Override
    DataFile locate(String name) {
        Path target = unpacked.path().resolve(name);
        if (!Files.exists(target)) {
            unpack(name, target);
        }
        return new DataFile(name, target);
    }

    private void unpack(String name, Path target) {
        ZipEntry entry = zip.getEntry(name);
        CRC32 sum = new CRC32();
        try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(content, target);
        } catch (ZipException | EOFException broken) {
            throw damaged(name, String.valueOf(broken.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "%s cannot be unpacked to %s".formatted(name, target), failure);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw damaged(name, "its checksum differs");
        }
    }

    private BadInputException damaged(String name, String reason) {
        return new BadInputException(
                "%s: %s is damaged (%s); if it was downloaded, fetch it again"
                        .formatted(path, name, reason));
    }

    @Override
    public void close() {
        unpacked.close();
        try {
            zip.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
