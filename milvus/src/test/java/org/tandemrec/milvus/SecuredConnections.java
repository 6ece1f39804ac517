package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexException.Kind;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/** What the tests with secured servers have in common. */
final class SecuredConnections {
    private SecuredConnections() {}

    /** Options as a properties file or the environment would give them. */
    static MilvusOptions options(DevelopmentServer server, String... further) {
        Map<String, String> settings = new HashMap<>();
        settings.put("uri", server.uri());
        for (int at = 0; at < further.length; at += 2) {
            settings.put(further[at], further[at + 1]);
        }
        return MilvusOptions.of(settings);
    }

    static void loadsAndAnswers(MilvusOptions options, String version) {
        List<IndexedItem> items = Items.some(50, 1);
        SearchRequest question =
                SearchRequest.nearest(Items.constant(1), 5).within(Duration.ofSeconds(20));
        try (MilvusIndexes indexes = MilvusIndexes.connect(options);
                VectorIndex index = indexes.create(version, Items.DIMENSION);
                VectorIndex exact = Items.exact(items)) {
            index.put(items);
            index.commit();
            assertThat(index.search(question)).isEqualTo(exact.search(question));
        }
    }

    static void assertRefused(Kind kind, MilvusOptions options, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(() -> MilvusIndexes.connect(options).close())
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("guess"));
    }
}
