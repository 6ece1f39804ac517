package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.IndexedItem;

class LoadSampleTest {
    private final LoadSample sample = new LoadSample();

    @Test
    void keepsAllItemsWhereTheyAreFew() {
        Items.some(500, 1).forEach(sample::put);
        assertThat(sample.items()).hasSize(500);
        assertThat(sample.plan().expression()).isEmpty();
    }

    @Test
    void keepsThoseOfTheLowestBucketsWhereTheyAreMany() {
        List<IndexedItem> items = Items.some(5_000, 1);
        items.forEach(sample::put);
        assertThat(sample.items()).hasSize(LoadSample.MOST);
        String condition = sample.plan().expression();
        long end = Long.parseLong(condition.substring("bucket < ".length()));
        assertThat(items)
                .filteredOn(item -> Columns.bucket(item.id()) < end)
                .containsExactlyInAnyOrderElementsOf(sample.items());
    }

    @Test
    void followsWhatIsReplacedAndRemoved() {
        IndexedItem again = new IndexedItem("item-3", Items.constant(9), Map.of());
        Items.some(10, 1).forEach(sample::put);
        sample.put(again);
        sample.remove("item-4");
        sample.remove("never there");
        assertThat(sample.items()).hasSize(9).contains(again);
    }
}
