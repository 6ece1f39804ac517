package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;

class DiversityTest {
    private static final List<Hit> HITS =
            List.of(new Hit("a", 10), new Hit("b", 9), new Hit("c", 6), new Hit("d", 0));
    private static final List<DenseVector> VECTORS =
            List.of(
                    DenseVector.of(2, 0),
                    DenseVector.of(3, 0),
                    DenseVector.of(0, 1),
                    DenseVector.of(-1, 0));

    private static List<String> chosen(int count, double diversity) {
        return Diversity.choose(HITS, VECTORS, count, diversity).stream().map(Hit::id).toList();
    }

    /** After a: b is worth 0.45 - 0.5, c 0.3 - 0, d 0 + 0.5; after d: b 0.45 - 0.5, c 0.3 - 0. */
    @Test
    void eachPlaceGoesToTheItemOfTheHighestMarginalRelevance() {
        assertThat(chosen(4, 0.5)).containsExactly("a", "d", "c", "b");
    }

    /** After a: b is worth 0.72 - 0.2, c 0.48 - 0, d 0 + 0.2. */
    @Test
    void aLittleDiversityKeepsWhatIsMuchMoreRelevant() {
        assertThat(chosen(4, 0.2)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void asManyComeBackAsAreWantedOrThereAre() {
        assertThat(chosen(2, 0.5)).containsExactly("a", "d");
        assertThat(chosen(9, 0.5)).hasSize(4);
        assertThat(Diversity.choose(List.of(), List.of(), 3, 0.5)).isEmpty();
    }

    @Test
    void itemsWithoutLengthAreLikeNothing() {
        List<DenseVector> none = List.of(DenseVector.of(0, 0), DenseVector.of(0, 0));
        assertThat(Diversity.choose(HITS.subList(0, 2), none, 2, 0.9)).hasSize(2);
    }

    @Test
    void aListIsChosenFromTenTimesAsManyAndAtLeastFifty() {
        assertThat(Diversity.candidates(1)).isEqualTo(50);
        assertThat(Diversity.candidates(20)).isEqualTo(200);
        assertThat(Diversity.candidates(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }
}
