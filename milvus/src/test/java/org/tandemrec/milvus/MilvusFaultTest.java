package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexException.Kind;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/** What goes wrong with a server, each on a real one. */
class MilvusFaultTest {
    private static Optional<DevelopmentServer> running = Optional.empty();

    private final DevelopmentServer server = running.orElseThrow();
    private final MilvusOptions options = NeedsMilvus.options(server.uri());
    private final List<IndexedItem> items = Items.some(300, 1);
    private final SearchRequest question =
            SearchRequest.nearest(Items.constant(1), 5).within(Duration.ofSeconds(20));

    @BeforeAll
    static void start() {
        running = Optional.of(NeedsMilvus.ownServer("faults"));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(DevelopmentServer::close);
    }

    private static void assertFails(Kind kind, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    private VectorIndex loaded(String version) {
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            VectorIndex index = indexes.create(version, Items.DIMENSION);
            index.put(items);
            index.commit();
            return index;
        }
    }

    private List<Hit> expected() {
        try (VectorIndex exact = Items.exact(items)) {
            return exact.search(question);
        }
    }

    @Test
    void saysThatNothingAnswersWhereNoServerIs() {
        MilvusOptions nowhere = MilvusOptions.at("http://127.0.0.1:1");
        assertFails(
                Kind.UNAVAILABLE,
                () -> MilvusIndexes.connect(nowhere),
                "no Milvus answers at http://127.0.0.1:1; start it");
    }

    @Test
    void saysThatADatabaseIsMissing() {
        MilvusServer other =
                new MilvusServer(
                        options.server().uri(),
                        "no_such_database",
                        new Credentials.Anonymous(),
                        new Encryption.Plain());
        MilvusOptions elsewhere =
                new MilvusOptions(
                        other,
                        options.name(),
                        options.layout(),
                        options.consistency(),
                        options.deadlines(),
                        options.fallback());
        assertFails(
                Kind.MISSING,
                () -> MilvusIndexes.connect(elsewhere),
                "has no database 'no_such_database'; create it there");
    }

    @Test
    void anIndexSurvivesAServerThatIsKilledAndStartedAgain() throws Exception {
        try (VectorIndex index = loaded("v1");
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            CountDownLatch answered = new CountDownLatch(20);
            Future<IndexException> failure = threads.submit(() -> askUntilItFails(index, answered));
            answered.await();
            server.kill();
            assertThat(failure.get().kind()).isEqualTo(Kind.UNAVAILABLE);
            assertFails(Kind.UNAVAILABLE, index::count, "no Milvus answers at");
            server.startAgain();
            assertThat(eventually(index)).isEqualTo(expected());
            assertThat(index.count()).isEqualTo(300);
        }
        NeedsMilvus.clear(options);
    }

    /** Every answer up to the first failure must be right. */
    private IndexException askUntilItFails(VectorIndex index, CountDownLatch answered) {
        List<Hit> expected = expected();
        while (true) {
            try {
                assertThat(index.search(question)).isEqualTo(expected);
                answered.countDown();
            } catch (IndexException failure) {
                return failure;
            }
        }
    }

    /**
     * The first answer of a server that is still coming up; every failure before it must be clear.
     */
    private List<Hit> eventually(VectorIndex index) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return index.search(question);
            } catch (IndexException failure) {
                assertThat(failure.kind()).isIn(Kind.UNAVAILABLE, Kind.TIMEOUT);
                if (System.nanoTime() > end) {
                    throw failure;
                }
            }
        }
    }

    @Test
    void aLoadThatWasBrokenByAKilledServerIsResumed() {
        VectorIndex broken;
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            broken = indexes.create("v1", Items.DIMENSION);
            broken.put(items.subList(0, 150));
        }
        server.kill();
        assertFails(Kind.UNAVAILABLE, () -> broken.put(items), "no Milvus answers at");
        broken.close();
        server.startAgain();
        try (MilvusIndexes indexes = MilvusIndexes.connect(options);
                VectorIndex resumed = indexes.resume("v1", Items.DIMENSION)) {
            resumed.put(items);
            resumed.commit();
            assertThat(resumed.count()).isEqualTo(300);
            assertThat(resumed.search(question)).isEqualTo(expected());
            assertThat(indexes.list()).hasSize(1);
        }
        NeedsMilvus.clear(options);
    }

    @Test
    void waitsNoLongerThanItsDeadlineForAServerThatHangs() {
        try (VectorIndex index = loaded("v1")) {
            server.freeze();
            try {
                assertFails(
                        Kind.TIMEOUT,
                        () -> index.search(question.within(Duration.ofMillis(700))),
                        "the search did not end within 0.7 s");
                MilvusOptions hasty =
                        options.with(
                                new MilvusDeadlines(
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1)));
                assertFails(
                        Kind.TIMEOUT,
                        () -> MilvusIndexes.connect(hasty),
                        "did not answer within 1 s while connecting");
            } finally {
                server.thaw();
            }
            assertThat(eventually(index)).isEqualTo(expected());
        }
        NeedsMilvus.clear(options);
    }

    @Test
    void aServerThatLostItsDataIsNotMistakenForAnEmptyIndex() {
        try (VectorIndex index = loaded("v1")) {
            server.lose();
            server.startAgain();
            assertFails(Kind.MISSING, () -> index.search(question), "run 'tandem index'");
            try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
                assertFails(
                        Kind.MISSING,
                        () -> indexes.open("v1", Items.DIMENSION),
                        "no index '" + options.name() + "' on Milvus at",
                        "run 'tandem index'");
            }
        }
    }

    @Test
    void aLocalIndexAnswersWhileTheServerIsAway() {
        try (MilvusIndexes indexes = MilvusIndexes.connect(options)) {
            loaded("v1").close();
            Queue<IndexException> reasons = new ConcurrentLinkedQueue<>();
            try (FallbackIndex index =
                    new FallbackIndex(
                            () -> indexes.open("v1", Items.DIMENSION),
                            Items.exact(items),
                            Duration.ZERO,
                            reasons::add,
                            InstantSource.system())) {
                assertThat(index.search(question)).isEqualTo(expected());
                assertThat(index.kind()).isEqualTo("milvus");
                server.kill();
                assertThat(index.search(question)).isEqualTo(expected());
                assertThat(index.kind()).isEqualTo("exact, while milvus is away");
                assertThat(reasons).isNotEmpty();
                server.startAgain();
                eventually(index);
                assertThat(eventuallyRemote(index)).isEqualTo("milvus");
            }
        }
        NeedsMilvus.clear(options);
    }

    private String eventuallyRemote(FallbackIndex index) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!index.kind().equals("milvus") && System.nanoTime() < end) {
            assertThat(index.search(question)).isEqualTo(expected());
        }
        return index.kind();
    }
}
