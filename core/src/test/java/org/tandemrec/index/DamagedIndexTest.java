package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamagedIndexTest {
    private final SampleItems sample = new SampleItems(5, 8);
    private final List<IndexedItem> items = sample.items(120);
    private final Random random = new Random(17);

    @TempDir Path folder;

    private void build(IndexKind kind) {
        try (VectorIndex index = Indexes.create(folder, kind, "7f3a", 8)) {
            index.put(items);
            index.commit();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private void assertRefusedAs(IndexException.Kind... kinds) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> Indexes.open(folder, "7f3a", 8).close())
                .satisfies(failure -> assertThat(failure.kind()).isIn((Object[]) kinds))
                .withMessageContaining("run 'tandem index'")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void oneChangedBitAnywhereIsNoticed(IndexKind kind) throws IOException {
        build(kind);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int round = 0; round < 12; round++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertRefusedAs(IndexException.Kind.CORRUPT);
            }
            Files.write(file, whole);
        }
        Indexes.open(folder, "7f3a", 8).close();
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aFileCutShortIsNoticed(IndexKind kind) throws IOException {
        build(kind);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertRefusedAs(IndexException.Kind.CORRUPT);
            }
            Files.write(file, whole);
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void aMissingFileIsNoticed(IndexKind kind) throws IOException {
        build(kind);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertRefusedAs(IndexException.Kind.CORRUPT, IndexException.Kind.MISSING);
            Files.write(file, whole);
        }
    }

    @ParameterizedTest
    @EnumSource(IndexKind.class)
    void somethingElseInPlaceOfTheIndexIsNoticed(IndexKind kind) throws IOException {
        build(kind);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.writeString(file, "id,vector\n".repeat(100));
            assertRefusedAs(IndexException.Kind.CORRUPT);
            Files.write(file, whole);
        }
    }
}
