package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemrec.model.CatalogueItem;

class TitleSearchTest {
    private final List<CatalogueItem> catalogue =
            List.of(
                    item("2", "Star Wars: Episode IV (1977)", 10),
                    item("10", "Stargate (1994)", 20),
                    item("1", "Wars of the Stars (2001)", 10),
                    item("3", "Amélie (2001)", 5),
                    item("4", "🎬", 7));

    private static CatalogueItem item(String id, String title, int interactions) {
        return new CatalogueItem(id, title, Map.of(), Map.of(), interactions);
    }

    private List<String> find(String words, int most) {
        return TitleSearch.find(catalogue, words, most).stream().map(CatalogueItem::id).toList();
    }

    @Test
    void theBeginningsOfWordsAreEnoughInAnyOrderAndLetterCase() {
        assertThat(find("WAR sta", 10)).containsExactly("1", "2");
    }

    @Test
    void theMostPopularComesFirstAndTiesGoById() {
        assertThat(find("star", 10)).containsExactly("10", "1", "2");
    }

    @Test
    void everyWordHasToBeThere() {
        assertThat(find("star gate", 10)).isEmpty();
        assertThat(find("star 1977", 10)).containsExactly("2");
    }

    @Test
    void noMoreThanAskedForComeBack() {
        assertThat(find("star", 2)).containsExactly("10", "1");
    }

    @Test
    void anAccentMayBeLeftOut() {
        assertThat(find("amelie", 10)).containsExactly("3");
        assertThat(find("AMÉLIE", 10)).containsExactly("3");
    }

    @Test
    void withoutAWordNothingIsFound() {
        assertThat(find(" - ", 10)).isEmpty();
    }
}
