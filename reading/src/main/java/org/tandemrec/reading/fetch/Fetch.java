package org.tandemrec.reading.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tandemrec.data.BadInputException;

/**
 * Fetches MovieLens data sets from GroupLens: into {@code NAME.zip.part} first, which a later
 * attempt goes on from, and to {@code NAME.zip} when its MD5 is right. The data may not be
 * redistributed, so everybody fetches it themselves.
 */
public final class Fetch {
    /** Where GroupLens keeps its files. */
    public static final URI GROUPLENS =
            URI.create("https://files.grouplens.org/datasets/movielens/");

    private final URI base;
    private final FetchTimes times;

    /**
     * Fetches from a server.
     *
     * @param base the address that the zips lie below, with a slash at its end
     * @param times how long to wait
     */
    public Fetch(URI base, FetchTimes times) {
        this.base = base;
        this.times = times;
    }

    /** Fetches from GroupLens. */
    public static Fetch fromGroupLens() {
        return new Fetch(GROUPLENS, FetchTimes.standard());
    }

    /**
     * Brings a data set into a folder, which is made where it is not there.
     *
     * @param set the data set
     * @param folder where its zip shall lie
     * @param listener is told how far it has come
     * @throws BadInputException where the folder cannot be written, or holds another file of that
     *     name
     * @throws FetchException where the network, the server or the file fails
     */
    public Fetched fetch(MovieLensSet set, Path folder, FetchListener listener) {
        Path zip = folder.resolve(set.file());
        Path part = folder.resolve(set.file() + ".part");
        makeFolder(folder);
        try (HttpClient client = client()) {
            Download download = new Download(client, times, listener);
            String expected = expectedSum(set, download);
            if (Files.exists(zip)) {
                return alreadyThere(set, zip, expected);
            }
            download.file(address(set.file()), part);
            return moveIntoPlace(set, part, zip, expected);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FetchException(
                    "fetching %s was interrupted".formatted(set.name()), interrupted);
        } catch (IOException failure) {
            throw failed(set, folder, failure);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInputException(
                    "%s cannot be made: %s".formatted(folder, failure.getMessage()), failure);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInputException(
                    "%s cannot be written; check its permissions".formatted(folder));
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(times.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private URI address(String file) {
        return base.resolve(file);
    }

    private String expectedSum(MovieLensSet set, Download download)
            throws IOException, InterruptedException {
        if (set.md5().isPresent()) {
            return set.md5().get();
        }
        URI published = address(set.file() + ".md5");
        Optional<String> sum = download.text(published).flatMap(Checksum::in);
        return sum.orElseThrow(
                () ->
                        new FetchException(
                                "%s has no MD5, without which %s cannot be checked"
                                        .formatted(published, set.file())));
    }

    private static Fetched alreadyThere(MovieLensSet set, Path zip, String expected)
            throws IOException {
        String found = Checksum.of(zip);
        if (!found.equals(expected)) {
            throw new BadInputException(
                    "%s is there with MD5 %s, expected %s; move it away and fetch again"
                            .formatted(zip, found, expected));
        }
        return fetched(set, zip, expected, false);
    }

    private static Fetched moveIntoPlace(MovieLensSet set, Path part, Path zip, String expected)
            throws IOException {
        String found = Checksum.of(part);
        if (!found.equals(expected)) {
            Files.delete(part);
            throw new FetchException(
                    "%s arrived with MD5 %s, expected %s; it was removed: fetch it again"
                            .formatted(set.file(), found, expected));
        }
        Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE);
        return fetched(set, zip, expected, true);
    }

    private static Fetched fetched(MovieLensSet set, Path zip, String md5, boolean downloaded)
            throws IOException {
        String licence = Licence.in(zip).orElse(set.licence());
        return new Fetched(zip, Files.size(zip), md5, downloaded, licence);
    }

    private FetchException failed(MovieLensSet set, Path folder, IOException failure) {
        String reason = reason(failure);
        return new FetchException(
                "%s cannot be fetched (%s); check the network and try again, or download %s and put it into %s"
                        .formatted(set.file(), reason, address(set.file()), folder),
                failure);
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException late ->
                    "no connection to " + base.getHost() + " in time";
            case ConnectException refused -> "no connection to " + base.getHost();
            case HttpTimeoutException late -> base.getHost() + " does not answer";
            default ->
                    Optional.ofNullable(failure.getMessage())
                            .orElse(failure.getClass().getSimpleName());
        };
    }
}
