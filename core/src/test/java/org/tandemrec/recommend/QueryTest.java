package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;

class QueryTest {
    @Test
    void whatIsNotSaidIsUnknownAndFiveItemsAreWanted() {
        Query query = Query.forAnyone();

        assertThat(query.user()).isEmpty();
        assertThat(query.person()).isEmpty();
        assertThat(query.liked()).isEmpty();
        assertThat(query.met()).isEmpty();
        assertThat(query.moment()).isEmpty();
        assertThat(query.where()).isEmpty();
        assertThat(query.exclude()).isEmpty();
        assertThat(query.among()).isEmpty();
        assertThat(query.count()).isEqualTo(5);
    }

    @Test
    void eachPartIsAddedToTheOthers() {
        Query query =
                Query.forPerson(Map.of("age", "30"))
                        .user("ann")
                        .liked(List.of("3", "1", "3"))
                        .met(List.of("8", "7", "8"))
                        .where(Map.of("year", "1990.."))
                        .exclude(Set.of("2"))
                        .among(Set.of("4", "5"))
                        .at(1_000)
                        .top(9);

        assertThat(query.person()).containsExactly(Map.entry("age", "30"));
        assertThat(query.user()).contains("ann");
        assertThat(query.liked()).containsExactly("3", "1");
        assertThat(query.met()).containsExactly("8", "7", "8");
        assertThat(query.where()).containsExactly(Map.entry("year", "1990.."));
        assertThat(query.exclude()).containsExactly("2");
        assertThat(query.among()).containsExactlyInAnyOrder("4", "5");
        assertThat(query.moment()).hasValue(1_000);
        assertThat(query.count()).isEqualTo(9);
    }

    @Test
    void aQueryDoesNotChangeWithTheMapItWasMadeFrom() {
        Map<String, String> person = new HashMap<>(Map.of("age", "30"));
        Query query = Query.forPerson(person);
        person.clear();

        assertThat(query.person()).containsKey("age");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void fewerThanOneItemIsRefused(int count) {
        assertThatThrownBy(() -> Query.forAnyone().top(count))
                .isInstanceOf(BadInputException.class)
                .hasMessage("k is %d, expected at least 1", count);
    }
}
