package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexFolderTest {
    private final SampleItems sample = new SampleItems(6, 8);
    private final SearchRequest any = SearchRequest.nearest(sample.vector(), 3);

    @TempDir Path folder;

    private void build(IndexKind kind, String version, int count) {
        try (VectorIndex index = Indexes.create(folder, kind, version, 8)) {
            index.put(sample.items(count));
            index.commit();
        }
    }

    private static void assertFails(
            IndexException.Kind kind, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void anIndexOfTheOtherKindIsReplacedAtTheCommit(IndexKind kind) {
        IndexKind other = kind == IndexKind.EXACT ? IndexKind.LUCENE : IndexKind.EXACT;
        build(other, "7f3a", 20);
        try (VectorIndex next = Indexes.create(folder, kind, "91c0", 8)) {
            next.put(sample.items(5));
            try (VectorIndex last = Indexes.open(folder, "7f3a", 8)) {
                assertThat(last.kind()).isEqualTo(other.label());
                assertThat(last.search(any)).hasSize(3);
            }
            next.commit();
        }
        try (VectorIndex index = Indexes.open(folder, "91c0", 8)) {
            assertThat(index.kind()).isEqualTo(kind.label());
            assertThat(index.count()).isEqualTo(5);
        }
        assertThat(new IndexFolder(folder).holds(other)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void ofTwoKindsTheOneOfTheActiveBundleIsOpened(IndexKind kind) throws IOException {
        build(kind, "91c0", 5);
        Path saved = Files.createTempDirectory(folder.getParent(), "saved");
        IndexFolder place = new IndexFolder(folder);
        Path own = kind == IndexKind.EXACT ? place.exactFile() : place.luceneFolder();
        Files.move(own, saved.resolve("own"));
        build(kind == IndexKind.EXACT ? IndexKind.LUCENE : IndexKind.EXACT, "7f3a", 20);
        Files.move(saved.resolve("own"), own);
        try (VectorIndex index = Indexes.open(folder, "91c0", 8)) {
            assertThat(index.kind()).isEqualTo(kind.label());
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aSecondWriterIsRefusedUntilTheFirstHasFinished(IndexKind kind) {
        build(kind, "7f3a", 20);
        try (VectorIndex first = Indexes.open(folder, "7f3a", 8);
                VectorIndex second = Indexes.open(folder, "7f3a", 8)) {
            first.put(sample.items(30));
            assertFails(
                    IndexException.Kind.BUSY,
                    () -> second.put(sample.items(1)),
                    folder.toString(),
                    "is being written by another process; wait until it has finished");
            assertThat(second.search(any)).hasSize(3);
            first.commit();
            second.remove(List.of("item-0"));
            second.commit();
            assertThat(second.count()).isEqualTo(29);
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aWriterNoticesThatAnotherBundleReplacedTheIndex(IndexKind kind) {
        build(kind, "7f3a", 20);
        try (VectorIndex index = Indexes.open(folder, "7f3a", 8)) {
            build(kind, "91c0", 5);
            assertFails(
                    IndexException.Kind.WRONG_VERSION,
                    () -> index.put(sample.items(1)),
                    "index was built by bundle 91c0, the active bundle is 7f3a");
        }
        Indexes.open(folder, "91c0", 8).close();
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void whatACrashLeftBehindDoesNoHarm(IndexKind kind) throws IOException {
        build(kind, "7f3a", 20);
        Files.writeString(folder.resolve("exact.index.part"), "half a fi");
        Files.createDirectories(folder.resolve("lucene"));
        Files.writeString(folder.resolve("lucene").resolve("_9.vec"), "half a fi");
        Files.writeString(folder.resolve("lucene").resolve("pending_segments_9"), "half a fi");
        try (VectorIndex index = Indexes.open(folder, "7f3a", 8)) {
            assertThat(index.count()).isEqualTo(20);
            index.remove(List.of("item-1"));
            index.commit();
        }
        try (VectorIndex index = Indexes.open(folder, "7f3a", 8)) {
            assertThat(index.count()).isEqualTo(19);
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aPlaceThatIsNoFolderIsRefused(IndexKind kind) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");
        assertFails(
                IndexException.Kind.STORAGE,
                () -> Indexes.create(file.resolve("index"), kind, "7f3a", 8),
                "cannot write " + file);
        assertThat(file).hasContent("a file");
    }

    @Test
    void aFullDiskLeavesTheOldExactIndexUsable() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full, a file that is always full");
        build(IndexKind.EXACT, "7f3a", 20);
        Files.createSymbolicLink(folder.resolve("exact.index.part"), full);
        try (VectorIndex index = Indexes.open(folder, "7f3a", 8)) {
            index.remove(List.of("item-1"));
            assertFails(
                    IndexException.Kind.STORAGE,
                    index::commit,
                    "cannot write " + folder.resolve("exact.index"),
                    "No space left on device");
            assertThat(index.count()).isEqualTo(20);
        }
        assertThat(names()).containsExactly("exact.index", "write.lock");
        Indexes.open(folder, "7f3a", 8).close();
    }

    @Test
    void aMissingFolderHasNoIndex() {
        assertFails(
                IndexException.Kind.MISSING,
                () -> Indexes.open(folder.resolve("nowhere"), "7f3a", 8),
                "no index in " + folder.resolve("nowhere") + "; run 'tandem index'");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void refusesMoreDimensionsThanLuceneTakes() {
        assertFails(
                IndexException.Kind.WRONG_DIMENSION,
                () -> Indexes.create(folder, IndexKind.LUCENE, "7f3a", 1_025),
                "a lucene index takes at most 1024 dimensions, the bundle makes 1025; choose exact");
    }

    @Test
    void sizeChoosesTheKind() {
        assertThat(IndexKind.forCount(3_883)).isEqualTo(IndexKind.EXACT);
        assertThat(IndexKind.forCount(1_000_000)).isEqualTo(IndexKind.LUCENE);
    }
}
