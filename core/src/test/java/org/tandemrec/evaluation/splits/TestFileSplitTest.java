package org.tandemrec.evaluation.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandemrec.evaluation.splits.SplitPlanTest.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.evaluation.SmallData;

class TestFileSplitTest {
    private static final Dataset DATA =
            SmallData.of(
                    "1 10 5 1",
                    "1 20 4 2",
                    "1 30 3 3",
                    "1 40 3 4",
                    "2 10 2 1",
                    "2 30 1 2",
                    "2 20 1 3",
                    "3 40 5 9");

    @TempDir Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Split split(String... lines) throws IOException {
        return SplitPlan.of(file("test.csv", lines), Optional.empty()).split(DATA, 1);
    }

    @Test
    void pairsAreHeldOutAndTheRestIsTheTrainPart() throws IOException {
        Split split = split("user,item", "1,20", "2,10");
        assertThat(pairs(split.heldOut())).containsExactly("1 20", "2 10");
        assertThat(split.train().interactions().size()).isEqualTo(6);
        assertThat(split.heldOut().value(0)).isEqualTo(4);
        assertThat(split.notices())
                .containsExactly(
                        "read test.csv as pairs (delimiter ',', header user,item): 2 of 2 lines are"
                                + " interactions of this data");
    }

    @Test
    void pairsWithTabsAndValuesAndNoHeaderAreUnderstood() throws IOException {
        Split split = split("1\t20\t4\t874965758", "2\t10\t2\t876893171");
        assertThat(pairs(split.heldOut())).containsExactly("1 20", "2 10");
        assertThat(split.notices().getFirst()).contains("(delimiter tab, no header)");
    }

    @Test
    void whatIsNotInTheDataIsCounted() throws IOException {
        Split split = split("userId,movieId", "1,20", "9,20", "1,99", "3,10", "1,20");
        assertThat(split.notices().getFirst())
                .endsWith(
                        "1 of 5 lines are interactions of this data, 1 have an unknown user, 1 have"
                                + " an unknown item, 1 are no interaction of this user, 1 stand there"
                                + " twice");
    }

    @Test
    void aFileOfOtherDataIsRefused() {
        assertThatThrownBy(() -> split("user,item", "90,91"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "test.csv (delimiter ',', header user,item) names nothing of this data: 0 of"
                                + " 1 lines are interactions of this data, 1 have an unknown user; is"
                                + " it a test file of other data?");
    }

    @Test
    void usersAloneAreCold() throws IOException {
        Split split = split("user", "2", "77");
        assertThat(split.kind()).isEqualTo(SplitKind.COLD_USERS);
        assertThat(pairs(split.heldOut())).containsExactly("2 10", "2 30", "2 20");
        assertThat(split.notices().getFirst())
                .endsWith("1 of 2 users have interactions in this data, '77' for one has none");
    }

    @Test
    void itemsAloneAreColdAndTheOnlyOnesRanked() throws IOException {
        Split split = split("\"item\"", "\"40\"", "10");
        assertThat(split.kind()).isEqualTo(SplitKind.COLD_ITEMS);
        assertThat(pairs(split.heldOut())).containsExactly("1 10", "1 40", "2 10", "3 40");
        assertThat(split.ranked()).isEqualTo(new RankedItems.Only(Set.of("10", "40")));
    }

    @Test
    void ofASequenceTheLastIsHeldOutAndTheOneBeforeIsForValidation() throws IOException {
        Split split =
                split(
                        "user,item,position",
                        "1,30,3",
                        "1,10,1",
                        "1,20,2",
                        "2,20,1",
                        "2,10,2",
                        "2,30,3",
                        "3,40,1");
        assertThat(pairs(split.heldOut())).containsExactly("1 30", "2 30");
        assertThat(pairs(split.validation())).containsExactly("1 20", "2 10");
        assertThat(pairs(split.train().interactions())).containsExactly("1 10", "2 20", "3 40");
        assertThat(split.ranked()).isEqualTo(new RankedItems.Only(Set.of("10", "20", "30", "40")));
    }

    @Test
    void timesThatRunAgainstThePositionsAreMovedToThatOfTheEventBefore() throws IOException {
        Split split = split("user,item,position", "1,30,1", "1,10,2", "1,40,3", "1,20,4");
        assertThat(pairs(split.train().interactions())).containsExactly("1 30", "1 10");
        assertThat(split.train().interactions().time(0)).hasValue(3);
        assertThat(split.train().interactions().time(1)).hasValue(3);
        assertThat(split.validation().time(0)).hasValue(4);
        assertThat(split.heldOut().time(0)).hasValue(4);
    }

    @Test
    void theValidationPartOfASequenceCanBeAskedForInstead() throws IOException {
        Split split =
                split("user,item,position", "1,10,1", "1,20,2", "1,30,3")
                        .validating()
                        .orElseThrow();
        assertThat(pairs(split.heldOut())).containsExactly("1 20");
        assertThat(split.validation().size()).isZero();
        assertThat(split.validating()).isEmpty();
    }

    @Test
    void candidatesStandBesideTheHeldOutItemButNeverTwice() throws IOException {
        Path test = file("test.csv", "user,item", "1,20");
        Path negatives = file("negatives.csv", "user,n1,n2,n3", "1,20,40,99", "3,10,20,30");
        Split split = SplitPlan.of(test, Optional.of(negatives)).split(DATA, 1);
        assertThat(split.ranked())
                .isEqualTo(new RankedItems.Candidates(Map.of("1", List.of("40"))));
        assertThat(split.notices().getLast())
                .isEqualTo(
                        "read negatives.csv as candidates (delimiter ',', header user,n1,n2,n3): 1"
                                + " for 1 users; dropped 1 that are held out themselves, 1 unknown"
                                + " items, 1 lines of users without a held-out interaction");
    }

    @Test
    void usersMayHaveDifferentNumbersOfCandidates() throws IOException {
        Path test = file("test.csv", "user,item", "1,20", "2,10");
        Path negatives = file("negatives.csv", "user,n1", "1,40", "2,40,30");
        Split split = SplitPlan.of(test, Optional.of(negatives)).split(DATA, 1);
        assertThat(split.ranked())
                .isEqualTo(
                        new RankedItems.Candidates(
                                Map.of("1", List.of("40"), "2", List.of("40", "30"))));
    }

    @Test
    void aUserWithoutCandidatesIsNamed() throws IOException {
        Path test = file("test.csv", "user,item", "1,20", "2,10");
        Path negatives = file("negatives.csv", "user,n1", "1,40");
        SplitPlan plan = SplitPlan.of(test, Optional.of(negatives));
        assertThatThrownBy(() -> plan.split(DATA, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "negatives.csv has no line for user '2', who has a held-out interaction; add"
                                + " it or leave the file out");
    }

    @Test
    void aLineThatDoesNotFitIsNamed() throws IOException {
        Path test = file("test.csv", "user,item", "1,20", "2");
        assertThatThrownBy(() -> SplitPlan.of(test, Optional.empty()).split(DATA, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(test + ":3: 1 cells, expected 2 as in line 1");
    }

    @Test
    void aPositionThatIsNoNumberIsNamed() throws IOException {
        Path test = file("test.csv", "user,item,position", "1,20,first");
        assertThatThrownBy(() -> SplitPlan.of(test, Optional.empty()).split(DATA, 1))
                .hasMessage(test + ":2: position is 'first', expected a whole number");
    }

    @Test
    void aMissingAnEmptyAndANamelessFileAreRefused() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> SplitPlan.of(missing, Optional.empty()).split(DATA, 1))
                .hasMessage(missing + ": no such file");
        Path empty = file("empty.csv");
        assertThatThrownBy(() -> SplitPlan.of(empty, Optional.empty()).split(DATA, 1))
                .hasMessage(empty + ": its first line is empty, expected ids");
        Path nameless = file("nameless.csv", "1", "2");
        assertThatThrownBy(() -> SplitPlan.of(nameless, Optional.empty()).split(DATA, 1))
                .hasMessage(
                        "nameless.csv: one column without a header, expected the header 'user' or"
                                + " 'item' above it");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, new byte[] {'u', 's', 'e', 'r', '\n', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> SplitPlan.of(latin, Optional.empty()).split(DATA, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(latin + ": holds bytes that are no UTF-8; save it as UTF-8");
    }
}
