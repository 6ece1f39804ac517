package org.tandemrec.reading;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/** The files at a path: those of a folder, or those inside a zip. */
abstract sealed class DataFiles implements AutoCloseable permits FolderFiles, ZipFiles {
    private static final int LONGEST_LIST = 12;

    /**
     * Opens a folder or a zip.
     *
     * @throws BadInputException where there is neither, or it cannot be read
     */
    static DataFiles open(Path data) {
        if (!Files.exists(data)) {
            throw new BadInputException(
                    "%s does not exist, expected a folder or a zip with the data".formatted(data));
        }
        if (!Files.isReadable(data)) {
            throw new BadInputException("%s cannot be read; check its permissions".formatted(data));
        }
        return Files.isDirectory(data) ? FolderFiles.of(data) : ZipFiles.of(data);
    }

    /** What was opened. */
    abstract Path data();

    /** The folder on the disk below which all files lie once they are located. */
    abstract Path root();

    /** The names of all files, relative to the data, with {@code /} between folders, in order. */
    abstract List<String> names();

    /** Puts the file of that name on the disk, if it is not there yet. */
    abstract DataFile locate(String name);

    @Override
    public abstract void close();

    /**
     * The files of that name, in the order of their names. A name may have stars; the files may lie
     * one folder deeper, as they do in most archives.
     *
     * @throws BadInputException where there is none
     */
    List<DataFile> matching(String pattern) {
        List<String> found = find(pattern);
        if (found.isEmpty()) {
            throw new BadInputException(
                    "%s has no file %s; found %s".formatted(data(), pattern, listing()));
        }
        return found.stream().map(this::locate).toList();
    }

    /** Whether there is a file of that name. */
    boolean has(String pattern) {
        return !find(pattern).isEmpty();
    }

    /** The first files' names, for messages. */
    String listing() {
        List<String> all = names();
        if (all.isEmpty()) {
            return "no files";
        }
        List<String> first = all.subList(0, Math.min(all.size(), LONGEST_LIST));
        return String.join(", ", first) + (all.size() > first.size() ? ", …" : "");
    }

    private List<String> find(String pattern) {
        return Stream.concat(Stream.of(""), onlyFolder().stream())
                .map(folder -> inside(folder, pattern))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> inside(String folder, String pattern) {
        if (!pattern.contains("*")) {
            return names().contains(folder + pattern) ? List.of(folder + pattern) : List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return names().stream()
                .filter(name -> name.startsWith(folder))
                .filter(name -> matcher.matches(Path.of(name.substring(folder.length()))))
                .toList();
    }

    /** The one folder that all files lie in, with a slash; empty where there are more. */
    private Optional<String> onlyFolder() {
        List<String> folders =
                names().stream()
                        .filter(name -> name.contains("/"))
                        .map(name -> name.substring(0, name.indexOf('/') + 1))
                        .filter(name -> !name.startsWith("__MACOSX"))
                        .distinct()
                        .toList();
        return folders.size() == 1 ? Optional.of(folders.getFirst()) : Optional.empty();
    }
}
