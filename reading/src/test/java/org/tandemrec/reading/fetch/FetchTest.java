package org.tandemrec.reading.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;

class FetchTest {
    private static final MovieLensSet SET =
            new MovieLensSet("ml-tiny", "a few bytes", Optional.empty(), "a licence");
    private static final FetchTimes SHORT =
            new FetchTimes(Duration.ofSeconds(2), Duration.ofSeconds(1));

    @TempDir Path folder;
    private byte[] zip = {};
    private FileServer server = FileServer.CLOSED;

    @BeforeEach
    void serve() throws IOException {
        zip = zipWithReadme();
        server = FileServer.start();
        server.serve("/ml-tiny.zip", zip);
        server.serve(
                "/ml-tiny.zip.md5",
                ("MD5 (ml-tiny.zip) = " + md5(zip) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] zipWithReadme() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            zip.putNextEntry(new ZipEntry("ml-tiny/README.txt"));
            zip.write(
                    "Summary\n=======\n\nWords.\n\nUsage License\n=============\n\nBe kind.\n\nCitation\n========\n"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("ml-tiny/noise"));
            zip.write(noise);
        }
        return content.toByteArray();
    }

    private String md5(byte[] content) throws IOException {
        return Checksum.of(Files.write(folder.resolve("to-be-summed"), content));
    }

    private Path target() {
        return folder.resolve("data");
    }

    private Fetched fetch() {
        return new Fetch(server.address(), SHORT).fetch(SET, target(), FetchListener.SILENT);
    }

    private Path part() {
        return target().resolve("ml-tiny.zip.part");
    }

    private String advice(String reason) {
        return "ml-tiny.zip cannot be fetched (%s); check the network and try again, or download %sml-tiny.zip and put it into %s"
                .formatted(reason, server.address(), target());
    }

    @Test
    void bringsTheZipAndShowsTheLicenceOfItsReadme() {
        Fetched fetched = fetch();

        assertThat(fetched.zip()).isEqualTo(target().resolve("ml-tiny.zip")).hasBinaryContent(zip);
        assertThat(fetched.bytes()).isEqualTo(zip.length);
        assertThat(fetched.downloaded()).isTrue();
        assertThat(fetched.licence()).isEqualTo("Usage License\n=============\n\nBe kind.");
        assertThat(part()).doesNotExist();
    }

    @Test
    void doesNotBringWhatIsThereAlready() {
        fetch();
        server.remove("/ml-tiny.zip");

        assertThat(fetch().downloaded()).isFalse();
    }

    @Test
    void leavesAnotherFileOfThatNameAlone() throws IOException {
        Files.createDirectories(target());
        Path other = Files.writeString(target().resolve("ml-tiny.zip"), "mine");

        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s is there with MD5 %s, expected %s; move it away and fetch again"
                                .formatted(other, Checksum.of(other), md5(zip)));
        assertThat(other).hasContent("mine");
    }

    @Test
    void goesOnWhereAnEarlierAttemptEnded() throws IOException {
        Files.createDirectories(target());
        Files.write(part(), Arrays.copyOf(zip, 70_000));

        assertThat(fetch().zip()).hasBinaryContent(zip);
        assertThat(server.ranges()).containsExactly("bytes=70000-");
    }

    @Test
    void startsAgainWhereTheServerKnowsNoRanges() throws IOException {
        server.ignoreRanges();
        Files.createDirectories(target());
        Files.write(part(), new byte[300_000]);

        assertThat(fetch().zip()).hasBinaryContent(zip);
    }

    @Test
    void takesAPartThatIsWholeAlready() throws IOException {
        Files.createDirectories(target());
        Files.write(part(), zip);

        assertThat(fetch().zip()).hasBinaryContent(zip);
    }

    @Test
    void keepsWhatCameWhenTheConnectionIsCutAndGoesOnFromThere() {
        server.cutAfter(50_000);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("ml-tiny.zip cannot be fetched (")
                .hasMessageEndingWith(
                        "); check the network and try again, or download %sml-tiny.zip and put it into %s"
                                .formatted(server.address(), target()));
        assertThat(target().resolve("ml-tiny.zip")).doesNotExist();
        assertThat(part()).isNotEmptyFile();

        server.cutAfter(Integer.MAX_VALUE);
        assertThat(fetch().zip()).hasBinaryContent(zip);
        assertThat(server.ranges()).hasSize(1);
    }

    @Test
    void removesWhatArrivedWithAnotherSum() throws IOException {
        String expected = md5(zip);
        byte[] damaged = zip.clone();
        damaged[1000] ^= 1;
        server.serve("/ml-tiny.zip", damaged);

        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "ml-tiny.zip arrived with MD5 %s, expected %s; it was removed: fetch it again"
                                .formatted(md5(damaged), expected));
        assertThat(target()).isEmptyDirectory();
    }

    @Test
    void saysWhenTheServerDoesNotHaveIt() {
        server.remove("/ml-tiny.zip");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "%sml-tiny.zip answers with status 404, expected the file; the data set may have moved: see https://grouplens.org/datasets/movielens/"
                                .formatted(server.address()));
    }

    @Test
    void saysWhenThereIsNoSumToCheckItBy() {
        server.remove("/ml-tiny.zip.md5");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "%sml-tiny.zip.md5 has no MD5, without which ml-tiny.zip cannot be checked"
                                .formatted(server.address()));
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        server.close();
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        Fetch nowhere = new Fetch(URI.create("http://127.0.0.1:%d/".formatted(port)), SHORT);

        assertThatThrownBy(() -> nowhere.fetch(SET, target(), FetchListener.SILENT))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("ml-tiny.zip cannot be fetched (no connection to 127.0.0.1")
                .hasMessageContaining("check the network and try again");
        assertThat(target()).isEmptyDirectory();
    }

    @Test
    void givesUpOnAServerThatFallsSilent() {
        server.fallSilentAfter(50_000);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessage(advice("nothing came for 1 seconds"));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Files.writeString(target(), "mine");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessage("%s cannot be made: %s".formatted(target(), target()));
        assertThat(target()).hasContent("mine");
    }

    @Test
    void refusesANameThatIsNoDataSet() {
        assertThatThrownBy(() -> MovieLensSet.named("ml-1n"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "data set is 'ml-1n', expected one of ml-100k, ml-1m, ml-latest-small, ml-32m; did you mean 'ml-1m'?");
    }

    @Test
    void tellsHowFarItHasCome() {
        List<Long> heard = new ArrayList<>();
        new Fetch(server.address(), SHORT)
                .fetch(SET, target(), (file, bytes, total) -> heard.add(total.orElse(0) - bytes));

        assertThat(heard).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(heard.getLast()).isZero();
    }
}
