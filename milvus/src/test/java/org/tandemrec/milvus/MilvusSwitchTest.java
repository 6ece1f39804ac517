package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.MilvusCollection.State;

@ExtendWith(NeedsMilvus.class)
class MilvusSwitchTest {
    private final MilvusOptions options = NeedsMilvus.options();
    private final SearchRequest question = SearchRequest.nearest(Items.constant(1), 3);
    private final List<IndexedItem> items = Items.some(200, 1);
    private MilvusIndexes indexes;

    @BeforeEach
    void connect() {
        indexes = MilvusIndexes.connect(options);
    }

    @AfterEach
    void clear() {
        indexes.close();
        NeedsMilvus.clear(options);
    }

    private void load(String version, List<IndexedItem> content) {
        try (VectorIndex index = indexes.create(version, Items.DIMENSION)) {
            index.put(content);
            index.commit();
        }
    }

    /** What is left of a program that ended while it filled an index. */
    private void cutOff(String version, List<IndexedItem> content) {
        try (MilvusConnection connection = MilvusConnection.open(options)) {
            new NewCollection(connection, version, Items.DIMENSION).put(content);
        }
    }

    private VectorIndex open(String version) {
        return indexes.open(version, Items.DIMENSION);
    }

    @Test
    void answersWithoutAGapWhileVersionsAreSwitched() throws Exception {
        List<IndexedItem> others = Items.some(200, 2);
        load("v1", items);
        AtomicBoolean switching = new AtomicBoolean(true);
        try (VectorIndex first = open("v1");
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            List<Hit> expected = first.search(question);
            Future<Integer> asking = threads.submit(() -> ask(first, expected, switching));
            load("v2", others);
            indexes.activate("v1");
            indexes.activate("v2");
            switching.set(false);
            assertThat(asking.get()).isPositive();
        }
        try (VectorIndex second = open("v2");
                VectorIndex exact = Items.exact(others)) {
            assertThat(second.search(question)).isEqualTo(exact.search(question));
        }
    }

    private int ask(VectorIndex index, List<Hit> expected, AtomicBoolean switching) {
        int asked = 0;
        while (switching.get()) {
            assertThat(index.search(question)).isEqualTo(expected);
            asked++;
        }
        return asked;
    }

    @Test
    void anIndexAsideIsSearchedBesideTheActiveOne() {
        load("v1", items);
        try (VectorIndex aside = indexes.createAside("v2", Items.DIMENSION);
                VectorIndex exact = Items.exact(items)) {
            aside.put(items);
            aside.commit();
            assertThat(aside.search(question)).isEqualTo(exact.search(question));
        }
        assertThat(indexes.activeVersion()).contains("v1");
        indexes.activate("v2");
        assertThat(indexes.activeVersion()).contains("v2");
    }

    @Test
    void rollsBackToAnEarlierVersionAndForthAgain() {
        load("v1", items);
        load("v2", Items.some(100, 2));
        assertThat(indexes.activeVersion()).contains("v2");
        indexes.activate("v1");
        assertThat(indexes.activeVersion()).contains("v1");
        try (VectorIndex first = open("v1");
                VectorIndex second = open("v2")) {
            assertThat(first.count()).isEqualTo(200);
            assertThat(second.count()).isEqualTo(100);
        }
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> indexes.activate("v3"))
                .withMessageStartingWith("bundle v3 has no complete index")
                .withMessageEndingWith("run 'tandem index'");
    }

    @Test
    void listsWhatLiesThereAndRemovesWhatNobodyNeeds() {
        load("v0", items);
        load("v1", items);
        load("v1", items);
        load("v2", items);
        cutOff("v3", items);
        assertThat(indexes.list())
                .extracting(MilvusCollection::version, MilvusCollection::state)
                .containsExactly(
                        tuple("v0", State.READY),
                        tuple("v1", State.REPLACED),
                        tuple("v1", State.READY),
                        tuple("v2", State.ACTIVE),
                        tuple("v3", State.UNFINISHED));
        assertThat(indexes.prune(Set.of("v1"), Instant.now().minusSeconds(3600))).isEmpty();
        assertThat(indexes.prune(Set.of("v1"), Instant.now().plusSeconds(3600)))
                .extracting(MilvusCollection::version, MilvusCollection::state)
                .containsExactly(
                        tuple("v0", State.READY),
                        tuple("v1", State.REPLACED),
                        tuple("v3", State.UNFINISHED));
        assertThat(indexes.list())
                .extracting(MilvusCollection::version)
                .containsExactly("v1", "v2");
    }

    @Test
    void goesOnWhereALoadWasCutOff() {
        cutOff("v1", items.subList(0, 120));
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> open("v1"))
                .satisfies(
                        failure ->
                                assertThat(failure.kind()).isEqualTo(IndexException.Kind.MISSING));
        try (VectorIndex resumed = indexes.resume("v1", Items.DIMENSION);
                VectorIndex exact = Items.exact(items)) {
            resumed.put(items);
            resumed.commit();
            assertThat(resumed.count()).isEqualTo(200);
            assertThat(resumed.search(question)).isEqualTo(exact.search(question));
        }
        assertThat(indexes.list())
                .extracting(MilvusCollection::state)
                .containsExactly(State.ACTIVE);
    }

    @Test
    void saysSoWhenItsCollectionIsDropped() {
        load("v1", items);
        try (VectorIndex index = open("v1")) {
            index.search(question);
            indexes.drop(indexes.list().getFirst().collection());
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> index.search(question))
                    .withMessageContaining("no longer on Milvus")
                    .withMessageEndingWith("run 'tandem index'")
                    .satisfies(
                            failure ->
                                    assertThat(failure.kind())
                                            .isEqualTo(IndexException.Kind.MISSING));
        }
    }

    @Test
    void turnsToTheCollectionThatReplacedItsOwn() {
        load("v1", items);
        try (VectorIndex index = open("v1")) {
            List<Hit> before = index.search(question);
            load("v1", items);
            indexes.drop(indexes.list().getFirst().collection());
            assertThat(index.search(question)).isEqualTo(before);
        }
    }

    @Test
    void doesNotTouchTheCollectionsOfAnotherName() {
        load("v1", items);
        MilvusOptions longer = options.named(options.name() + "_b");
        try (MilvusIndexes others = MilvusIndexes.connect(longer)) {
            try (VectorIndex other = others.create("v9", Items.DIMENSION)) {
                other.commit();
            }
            assertThat(indexes.list()).extracting(MilvusCollection::version).containsExactly("v1");
            String foreign = others.list().getFirst().collection();
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> indexes.drop(foreign))
                    .withMessageContaining("has no collection");
        } finally {
            NeedsMilvus.clear(longer);
        }
    }
}
