package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.tandemrec.data.BadInputException;

class MilvusSizingTest {
    @Test
    void computesAMillionVectorsInAGraph() {
        MilvusSizing sizing = MilvusSizing.of(1_000_000, 128);
        assertThat(sizing.indexType()).isEqualTo(MilvusIndexType.HNSW);
        // 160 of fields, 512 of vector, 4 x (32 + 1 + 2) + 8 of graph.
        assertThat(sizing.memoryBytes()).isEqualTo(1_000_000L * (160 + 512 + 148));
        assertThat(sizing.storageBytes()).isEqualTo(1_000_000L * (160 + 512 + 512 + 148));
        assertThat(sizing.diskBytes()).isZero();
        assertThat(sizing.shards()).isEqualTo(1);
        assertThat(sizing.replicas()).isEqualTo(2);
        assertThat(sizing.queryNodes()).isEqualTo(2);
    }

    @Test
    void putsABillionVectorsOnDisk() {
        MilvusSizing sizing = MilvusSizing.of(1_000_000_000, 128);
        assertThat(sizing.indexType()).isEqualTo(MilvusIndexType.DISKANN);
        assertThat(sizing.memoryBytes()).isEqualTo(160_000_000_000L + 115_200_000_000L);
        assertThat(sizing.diskBytes()).isEqualTo(1_000_000_000L * (512 + 4 * 57));
        assertThat(sizing.shards()).isEqualTo(10);
        assertThat(sizing.queryNodes()).isEqualTo(12);
    }

    @Test
    void keepsFewVectorsWholeInOneCopy() {
        MilvusSizing sizing = MilvusSizing.of(3_883, 200);
        assertThat(sizing.indexType()).isEqualTo(MilvusIndexType.FLAT);
        assertThat(sizing.replicas()).isEqualTo(1);
        assertThat(sizing.queryNodes()).isEqualTo(1);
    }

    @Test
    void growsWithTheItemsFromRowToRowOfTheTable() {
        assertThat(MilvusSizing.table(200))
                .extracting(MilvusSizing::memoryBytes)
                .isSorted()
                .hasSize(4);
    }

    @Test
    void quantisedTypesTakeLess() {
        long whole = MilvusSizing.of(1_000_000, 128, MilvusIndexType.IVF_FLAT, 1).memoryBytes();
        long bytes = MilvusSizing.of(1_000_000, 128, MilvusIndexType.IVF_SQ8, 1).memoryBytes();
        long bits = MilvusSizing.of(1_000_000, 128, MilvusIndexType.IVF_RABITQ, 1).memoryBytes();
        assertThat(bytes).isLessThan(whole);
        assertThat(bits).isLessThan(bytes);
    }

    @Test
    void aReplicaMoreTakesNodesAndNotStorage() {
        MilvusSizing two = MilvusSizing.of(1_000_000_000, 128);
        MilvusSizing three = two.withReplicas(3);
        assertThat(three.queryNodes()).isEqualTo(18);
        assertThat(three.memoryBytes()).isEqualTo(two.memoryBytes());
        assertThat(three.storageBytes()).isEqualTo(two.storageBytes());
        assertThat(three.indexType()).isEqualTo(MilvusIndexType.DISKANN);
    }

    @Test
    void refusesNumbersThatNoClusterHas() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusSizing.of(0, 128))
                .withMessage("Milvus: 'items' is 0, expected 1 to 1000000000000");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusSizing.of(Long.MAX_VALUE, 128))
                .withMessageContaining("expected 1 to 1000000000000");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusSizing.of(1, 32_769))
                .withMessage("Milvus: 'dimension' is 32769, expected 1 to 32768");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> MilvusSizing.of(1, 1).withReplicas(0))
                .withMessage("Milvus: 'replicas' is 0, expected 1 to 100");
    }
}
