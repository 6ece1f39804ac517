package org.tandemrec.evaluation.scorers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.Dataset;
import org.tandemrec.evaluation.SmallData;

class BaselinesTest {
    /** Item x: 5, 4, 3; item y: 1; item z was never met. The mean of all is 3.25. */
    private static final Dataset FEW =
            new SmallData()
                    .items("z")
                    .interactions("a x 5 1", "b x 4 1", "c x 3 1", "a y 1 2")
                    .build();

    private static Scorer named(Dataset train, String name) {
        return Baselines.of(train).stream()
                .filter(scorer -> scorer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static float[] scores(Scorer scorer, Person person, int items) {
        float[][] into = new float[1][items];
        scorer.scores(List.of(person), into);
        return into[0];
    }

    private static double value(Scorer scorer, Person person, int item) {
        float[][] into = new float[1][1];
        scorer.valuePredictor().orElseThrow().values(List.of(person), new int[][] {{item}}, into);
        return into[0][0];
    }

    private static Person known(Dataset dataset, String user) {
        ItemCatalogue catalogue = ItemCatalogue.of(dataset.items());
        InteractionsByUser all = InteractionsByUser.of(dataset.interactions(), catalogue);
        InteractionsByUser none =
                InteractionsByUser.of(dataset.interactions().select(new int[0]), catalogue);
        return new People(dataset.users(), all, none).person(user);
    }

    @Test
    void popularityCountsInteractions() {
        assertThat(scores(named(FEW, "popularity"), Person.cold(Map.of()), 3))
                .containsExactly(3, 1, 0);
    }

    @Test
    void anItemsMeanIsDrawnTowardsTheMeanOfAll() {
        Scorer itemMean = named(FEW, "itemMean");
        double damped = 3.25 + (1.75 + 0.75 - 0.25) / (25 + 3);
        assertThat(value(itemMean, Person.cold(Map.of()), 0)).isCloseTo(damped, within(1e-6));
        assertThat(value(itemMean, Person.cold(Map.of()), 2)).isCloseTo(3.25, within(1e-6));
        assertThat(scores(itemMean, Person.cold(Map.of()), 3)[0]).isEqualTo((float) damped);
    }

    @Test
    void aUsersOwnMildnessIsAddedToTheItemsMean() {
        Scorer both = named(FEW, "userItemMean");
        double itemX = 3.25 + 2.25 / 28;
        double itemY = 3.25 - 2.25 / 26;
        double mildness = ((5 - itemX) + (1 - itemY)) / (10 + 2);
        assertThat(value(both, known(FEW, "a"), 2)).isCloseTo(3.25 + mildness, within(1e-6));
        assertThat(value(both, Person.cold(Map.of()), 2)).isCloseTo(3.25, within(1e-6));
    }

    @Test
    void withoutAttributesThereIsNoPopularityInGroups() {
        assertThat(Baselines.of(FEW))
                .extracting(Scorer::name)
                .containsExactly("popularity", "itemMean", "userItemMean");
    }

    /** 60 women who met item w, 70 men who met item m, all of different towns. */
    private static Dataset twoGroups() {
        SmallData data = new SmallData().attributes("gender", "town");
        for (int person = 0; person < 130; person++) {
            String gender = person < 60 ? "F" : "M";
            data.user("u" + person, gender, "town" + person);
            data.interactions("u%d %s 5 1".formatted(person, person < 60 ? "w" : "m"));
        }
        return data.build();
    }

    @Test
    void peopleGetWhatIsPopularInTheirGroup() {
        Scorer groups = named(twoGroups(), "groupPopularity");
        Person woman = Person.cold(Map.of("gender", List.of("F"), "town", List.of("elsewhere")));
        Person man = Person.cold(Map.of("gender", List.of("M")));
        float[] ofWoman = scores(groups, woman, 2);
        float[] ofMan = scores(groups, man, 2);
        assertThat(ofWoman[1]).isGreaterThan(ofWoman[0]).isBetween(60f, 61f);
        assertThat(ofMan[0]).isGreaterThan(ofMan[1]).isBetween(70f, 71f);
    }

    @Test
    void aPersonOfNoKnownGroupGetsWhatIsPopularAmongAll() {
        Scorer groups = named(twoGroups(), "groupPopularity");
        float[] scores = scores(groups, Person.cold(Map.of()), 2);
        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isPositive();
    }

    @Test
    void anAttributeThatMakesGroupsTooSmallIsLeftOut() {
        Dataset dataset = twoGroups();
        List<Person> people =
                dataset.users().ids().dictionary().stream()
                        .map(user -> known(dataset, user))
                        .toList();
        PersonGroups groups = PersonGroups.of(dataset.recipe().personFields(), people);
        assertThat(groups.fields()).containsExactly("gender");
    }

    @Test
    void aSmallGroupGivesWayToTheLargerOne() {
        SmallData data = new SmallData().attributes("gender", "age");
        for (int person = 0; person < 210; person++) {
            data.user("u" + person, person % 2 == 0 ? "F" : "M", person < 200 ? "old" : "young");
            data.interactions("u%d x 5 1".formatted(person));
        }
        Dataset dataset = data.build();
        List<Person> people =
                dataset.users().ids().dictionary().stream()
                        .map(user -> known(dataset, user))
                        .toList();
        PersonGroups groups = PersonGroups.of(dataset.recipe().personFields(), people);
        assertThat(groups.fields()).containsExactly("gender", "age");
        assertThat(groups.groupsOf(known(dataset, "u0")))
                .containsExactly(List.of("F"), List.of("F", "old"));
        assertThat(groups.groupsOf(known(dataset, "u208"))).containsExactly(List.of("F"));
    }
}
