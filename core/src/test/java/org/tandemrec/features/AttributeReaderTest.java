package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.NumberRange;
import org.tandemrec.data.Recipe;
import org.tandemrec.model.SampleData;

class AttributeReaderTest {
    private static final Vocabulary NONE = new Vocabulary(List.of());

    private static Field field(String name) {
        return SampleData.recipe().users().orElseThrow().field(name).orElseThrow();
    }

    private static Field open(String type) {
        Recipe recipe =
                SampleData.recipe(
                        """
                        {"name": "shop",
                         "users": {"file": "u.csv", "fields": {
                           "id": {"type": "id"}, "town": {"type": "%s"}}},
                         "items": {"file": "i.csv", "fields": {"id": {"type": "id"}}},
                         "interactions": {"file": "r.csv", "fields": {
                           "user": {"type": "id"}, "item": {"type": "id"}}}}
                        """
                                .formatted(type));
        return recipe.personFields().getFirst();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0, 1", "1, 18", "18, 18", "2, 2", "50, 18"})
    void whatARecipeAsksForComesBeforeACode(String given, String code) {
        CategoryValue young =
                new CategoryValue(
                        "1", "young", Optional.of(NumberRange.parse("..17")), Optional.of("0"));
        CategoryValue adult =
                new CategoryValue(
                        "18", "adult", Optional.of(NumberRange.parse("18..")), Optional.of("1"));
        CategoryValue unsaid = new CategoryValue("2", "unsaid", Optional.empty());
        Field plain = open("category");
        Field asked =
                new Field(
                        "age",
                        plain.type(),
                        plain.column(),
                        plain.pattern(),
                        plain.cells(),
                        List.of(young, adult, unsaid),
                        plain.shortName(),
                        plain.option(),
                        true,
                        List.of());
        assertThat(AttributeReader.read(asked, NONE, given).code()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} {1} is {2}, {3}")
    @CsvSource({
        "gender, F, F, female",
        "gender, f, F, female",
        "gender, Female, F, female",
        "age, 30, 25, 25-34",
        "age, 25-34, 25, 25-34",
        "age, ' 34 ', 25, 25-34",
        "age, 1, 1, under 18",
        "age, Under 18, 1, under 18",
        "age, 0, 1, under 18",
        "age, 130, 35, 35+",
        "age, 35+, 35, 35+",
        "occupation, 12, 12, programmer",
        "occupation, PROGRAMMER, 12, programmer",
        "occupation, educator, 1, academic/educator",
        "occupation, academic/educator, 1, academic/educator",
        "occupation, k-12 student, 10, K-12 student"
    })
    void readsACodeALabelAPartOfItOrANumberInARange(
            String field, String given, String code, String label) {
        Attribute read = AttributeReader.read(field(field), NONE, given);

        assertThat(read).isEqualTo(new Attribute(field, given.trim(), code, label));
    }

    @Test
    void saysHowItReadWhatWasGiven() {
        assertThat(AttributeReader.read(field("age"), NONE, "30").explanation())
                .isEqualTo("age 30 is 25-34");
        assertThat(AttributeReader.read(field("age"), NONE, "25-34").explanation())
                .isEqualTo("age 25-34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "131", "17.5", "NaN", "30d", "old", "25-35", ""})
    void anAgeThatIsNoneIsRefusedWithTheBuckets(String given) {
        assertThatThrownBy(() -> AttributeReader.read(field("age"), NONE, given))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "age is '%s', expected a number in 0..130 or one of under 18, 18-24, 25-34, 35+"
                                .formatted(given));
    }

    @ParameterizedTest
    @CsvSource({
        "programer, programmer",
        "educater, educator",
        "K12 student, K-12 student",
        "Programmers, programmer"
    })
    void aMisspeltValueIsRefusedWithTheNearestMatch(String given, String meant) {
        assertThatThrownBy(() -> AttributeReader.read(field("occupation"), NONE, given))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "occupation is '%s', expected one of academic/educator, K-12 student, programmer; did you mean '%s'?"
                                .formatted(given, meant));
    }

    @Test
    void aCategoryWithoutAListOfValuesHasThoseOfItsVocabulary() {
        Vocabulary towns = Vocabulary.ofDistinct(List.of("Bergen", "Aachen", "San José"));

        assertThat(AttributeReader.read(open("category"), towns, "bergen").code())
                .isEqualTo("Bergen");
        assertThatThrownBy(() -> AttributeReader.read(open("category"), towns, "San Jose"))
                .hasMessage(
                        "town is 'San Jose', expected one of Aachen, Bergen, San José; did you mean 'San José'?");
    }

    @Test
    void aLongListOfValuesIsCutShort() {
        List<String> many = IntStream.range(100, 150).mapToObj(Integer::toString).toList();

        assertThatThrownBy(() -> AttributeReader.read(open("category"), new Vocabulary(many), "x"))
                .hasMessageEndingWith(", 138, 139, …");
    }

    @Test
    void aQuantityIsReadIntoItsBucket() {
        Vocabulary buckets = NumberBuckets.fit(new NumberColumn(new double[] {10, 20}));

        Attribute read = AttributeReader.read(open("number"), buckets, "12.5");

        assertThat(read).isEqualTo(new Attribute("town", "12.5", "10..20", "10..20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e999", "ten", ""})
    void aQuantityThatIsNoNumberIsRefused(String given) {
        Vocabulary buckets = NumberBuckets.fit(new NumberColumn(new double[] {10, 20}));

        assertThatThrownBy(() -> AttributeReader.read(open("number"), buckets, given))
                .isInstanceOf(BadInputException.class)
                .hasMessage("town is '%s', expected a number".formatted(given));
    }
}
