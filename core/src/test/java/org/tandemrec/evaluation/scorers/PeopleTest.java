package org.tandemrec.evaluation.scorers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.StringColumn;
import org.tandemrec.evaluation.SmallData;

class PeopleTest {
    private static final Dataset DATA =
            new SmallData()
                    .attributes("gender")
                    .user("a", "F")
                    .user("b", "M")
                    .interactions("a 10 5 30", "a 9 4 10", "a 2 3 -", "b 9 2 7", "a 1 1 10")
                    .build();
    private static final ItemCatalogue CATALOGUE = ItemCatalogue.of(DATA.items());

    private static InteractionsByUser rows(int... rows) {
        return InteractionsByUser.of(DATA.interactions().select(rows), CATALOGUE);
    }

    @Test
    void theCatalogueHasTheItemsInNaturalOrder() {
        assertThat(CATALOGUE.ids()).containsExactly("1", "2", "9", "10");
        assertThat(CATALOGUE.positionOf("9")).hasValue(2);
        assertThat(CATALOGUE.positionOf("77")).isEmpty();
        assertThat(CATALOGUE.idAt(3)).isEqualTo("10");
    }

    @Test
    void anItemOutsideTheCatalogueIsNamed() {
        assertThatThrownBy(() -> CATALOGUE.positions(StringColumn.of(List.of("9", "77"))))
                .hasMessage("item '77' is not in the catalogue");
    }

    @Test
    void aHistoryIsInTheOrderOfTimeAndThenOfTheData() {
        History history = rows(0, 1, 2, 3, 4).of("a");
        assertThat(history.items()).containsExactly(1, 2, 0, 3);
        assertThat(history.value(1)).isEqualTo(4);
        assertThat(history.time(0)).isEmpty();
        assertThat(history.time(3)).hasValue(30);
    }

    @Test
    void aUserOfTheTrainPartIsKnownByIdWithAllTheyDid() {
        People people = new People(DATA.users(), rows(2, 4), rows(0));
        Person person = people.person("a");
        assertThat(person.user()).contains("a");
        assertThat(person.attribute("gender")).contains("F");
        assertThat(person.history().items()).containsExactly(1, 0, 3);
    }

    @Test
    void whatAColdPersonLikesIsTheirHistoryWithoutTheirId() {
        Person person = new People(DATA.users(), rows(3), rows(0)).person("a");
        assertThat(person.user()).isEmpty();
        assertThat(person.history().items()).containsExactly(3);
    }

    @Test
    void whatHasNoOrderHasNoTimesEither() {
        History ordered = rows(0, 1).of("a");
        History loose = rows(0, 1).unordered().of("a");
        assertThat(ordered.isOrdered()).isTrue();
        assertThat(loose.isOrdered()).isFalse();
        assertThat(loose.items()).containsExactly(ordered.items());
        assertThat(loose.value(1)).isEqualTo(ordered.value(1));
        assertThat(loose.time(0)).isEmpty();
        assertThat(rows(2).of("a").then(loose).isOrdered()).isFalse();
    }

    @Test
    void aUserWithoutATrainPartIsKnownByAttributesAlone() {
        People people = new People(DATA.users(), rows(3), rows());
        assertThat(people.person("a")).isEqualTo(Person.cold(Map.of("gender", List.of("F"))));
        assertThat(people.person("a").history().size()).isZero();
    }
}
