package org.tandemrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
    private static int[] top(float[] scores, int k) {
        TopItems top = new TopItems(k);
        for (int item = 0; item < scores.length; item++) {
            top.offer(scores[item], item);
        }
        return top.drain();
    }

    @Test
    void itHoldsTheBestFirstAndTiesByTheirPlaceInTheCatalogue() {
        assertThat(top(new float[] {1, 7, 3, 7, 7, 0}, 3)).containsExactly(1, 3, 4);
    }

    @Test
    void itIsAsShortAsThereAreItems() {
        assertThat(top(new float[] {1, 2}, 5)).containsExactly(1, 0);
    }

    @Test
    void itAgreesWithASortOfEverything() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            float[] scores = new float[1 + random.nextInt(60)];
            for (int item = 0; item < scores.length; item++) {
                scores[item] = random.nextInt(10);
            }
            int k = 1 + random.nextInt(20);
            int[] sorted =
                    IntStream.range(0, scores.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer item) -> -scores[item]))
                            .limit(k)
                            .mapToInt(Integer::intValue)
                            .toArray();
            assertThat(top(scores, k)).isEqualTo(sorted);
        }
    }
}
