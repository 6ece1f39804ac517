package org.tandemrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.evaluation.scorers.ItemCatalogue;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.splits.RankedItems;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitKind;

class AskedPeopleTest {
    private static final Dataset DATA =
            new SmallData().interactions("a p 5 1", "b q 4 1", "b p 4 2", "b r 3 3").build();

    @ParameterizedTest
    @EnumSource(SplitKind.class)
    void onlyColdPeopleSayWhatTheyLikeInNoOrder(SplitKind kind) {
        Interactions all = DATA.interactions();
        Split split =
                new Split(
                        kind,
                        "by hand",
                        "made by hand",
                        DATA.with(all.select(new int[] {0})),
                        all.select(new int[] {1, 2}),
                        all.select(new int[] {3}),
                        new RankedItems.All(),
                        List.of());

        Person person = AskedPeople.of(split, ItemCatalogue.of(DATA.items())).person("b");

        assertThat(person.history().size()).isEqualTo(2);
        assertThat(person.history().isOrdered()).isEqualTo(kind != SplitKind.COLD_USERS);
    }
}
