package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Column;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.ReadingReport;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;
import org.tandemrec.model.SampleData;

class FeatureEncoderTest {
    private static final String SHOP =
            """
            {"name": "shop",
             "items": {"file": "i.csv", "fields": {
               "id": {"type": "id"}, "brand": {"type": "category"}, "tags": {"type": "categories"},
               "name": {"type": "text"}, "price": {"type": "number"}}},
             "interactions": {"file": "r.csv", "fields": {
               "user": {"type": "id"}, "item": {"type": "id"}}}}
            """;

    private final Dataset films = SampleData.dataset();
    private final FeatureEncoder encoder = FeatureEncoder.fit(films);

    @Test
    void onlyWhatATowerReadsIsEncoded() {
        assertThat(encoder.vocabularies().users().keySet())
                .containsExactly("id", "gender", "age", "occupation");
        assertThat(encoder.vocabularies().items().keySet())
                .containsExactly("id", "title", "genres");
        assertThat(encoder.users(films.users()).fields())
                .extracting(EncodedField::name)
                .containsExactly("id", "gender", "age", "occupation");
    }

    @Test
    void eachFieldIsOfTheKindThatItsTypeAsksFor() {
        assertThat(encoder.items(films.items()).fields())
                .extracting(EncodedField::kind)
                .containsExactly(FieldKind.ID, FieldKind.TEXT, FieldKind.CATEGORIES);
        assertThat(encoder.users(films.users()).fields())
                .extracting(EncodedField::kind)
                .startsWith(FieldKind.ID, FieldKind.CATEGORY);
    }

    @Test
    void aFieldWithAListOfValuesKeepsTheListsOrderThoughNoUserHasThem() {
        assertThat(encoder.vocabularies().user("age").values())
                .containsExactly("1", "18", "25", "35");
    }

    @Test
    void everyUserStandsAtTheRowOfTheirIdAndTheUnknownOneIsAllZeros() {
        EncodedTable users = encoder.users(films.users());

        assertThat(codes(users, "id")).containsExactly(0, 1, 2, 3, 4);
        assertThat(codes(users, "age")).containsExactly(0, 3, 2, 1, 3);
        assertThat(users.rows()).isEqualTo(encoder.vocabularies().userIds().rows()).isEqualTo(5);
    }

    @Test
    void aMissingCellIsUnknown() {
        assertThat(codes(encoder.users(films.users()), "gender")).containsExactly(0, 1, 2, 1, 0);
    }

    @Test
    void severalCategoriesArePaddedToTheWidestItem() {
        EncodedField genres = encoder.items(films.items()).field("genres").orElseThrow();

        assertThat(encoder.vocabularies().item("genres").values())
                .containsExactly("Comedy", "Drama", "Romance");
        assertThat(genres.width()).isEqualTo(2);
        assertThat(Arrays.copyOf(genres.codes(), 8)).containsExactly(0, 0, 1, 0, 1, 0, 1, 3);
    }

    @Test
    void wordsKeepTheirOrder() {
        EncodedTable items = encoder.items(films.items());
        EncodedField title = items.field("title").orElseThrow();
        Vocabulary words = encoder.vocabularies().item("title");

        assertThat(IntStream.range(title.width(), 2 * title.width()))
                .extracting(position -> title.codes()[position])
                .startsWith(words.rowOf("merry"), words.rowOf("harbour"), words.rowOf("1990"), 0);
    }

    @Test
    void aLongTextIsCutAfterTwentyFourWords() {
        String text = String.join(" ", Collections.nCopies(30, "word"));
        EncodedField name = encodedShop("x", List.of(), text, 1).field("name").orElseThrow();

        assertThat(name.width()).isEqualTo(24);
    }

    @Test
    void aValueThatStandsTwiceInACellCountsOnce() {
        EncodedField tags =
                encodedShop("x", List.of("new", "old", "new"), "", 1).field("tags").orElseThrow();

        assertThat(tags.codes()).containsExactly(0, 0, 1, 2);
    }

    @Test
    void anItemOfWhichNothingIsKnownHasARowOfItsOwn() {
        Map<String, Column> nothing = new LinkedHashMap<>();
        nothing.put("brand", StringColumn.of(List.of(), new int[] {-1}));
        nothing.put("tags", StringListColumn.of(List.of(List.of())));
        nothing.put("name", StringColumn.of(List.of(), new int[] {-1}));
        nothing.put("price", new NumberColumn(new double[] {Double.NaN}));
        Dataset shop = shop(new Entities(StringColumn.of(List.of("a")), nothing));

        EncodedTable items = FeatureEncoder.fit(shop).items(shop.items());

        assertThat(codes(items, "id")).containsExactly(0, 1);
        for (String field : List.of("brand", "tags", "name", "price")) {
            assertThat(codes(items, field)).containsExactly(0, 0);
        }
    }

    @Test
    void aQuantityIsACategoryOfItsBucket() {
        EncodedTable items = encodedShop("x", List.of(), "", 7.5);

        assertThat(items.field("price").orElseThrow().kind()).isEqualTo(FieldKind.CATEGORY);
        assertThat(codes(items, "price")).containsExactly(0, 1);
    }

    @Test
    void usersThatTheEncoderHasNotMetDoNotChangeTheUnknownOne() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String field : List.of("gender", "age", "occupation")) {
            columns.put(field, StringColumn.of(List.of("1", "18")));
        }
        Entities others = new Entities(StringColumn.of(List.of("eve", "ben")), columns);

        assertThat(codes(encoder.users(others), "age")).containsExactly(0, 0, 2, 0, 0);
    }

    @Test
    void interactionsAreRowsInTheirOrder() {
        EncodedInteractions encoded = encoder.interactions(films.interactions());

        assertThat(encoded.users()).containsExactly(1, 2, 1, 3, 1);
        assertThat(encoded.items()).containsExactly(1, 8, 7, 1, 2);
        assertThat(encoded.values()).containsExactly(5, 4, 2, 4, 3);
        assertThat(encoded.times()).containsExactly(200, 50, 300, TimeColumn.MISSING, 100);
        assertThat(EncodedInteractions.counts(encoded.users(), 5)).containsExactly(0, 3, 1, 1, 0);
    }

    @Test
    void theOrderInWhichUsersWereReadDoesNotMatter() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("gender", StringColumn.of(List.of("M", "F"), new int[] {-1, 1, 0, 1}));
        columns.put("age", StringColumn.of(List.of("25", "1", "18", "25")));
        columns.put("occupation", StringColumn.of(List.of("12", "10", "1", "12")));
        Entities reversed =
                new Entities(StringColumn.of(List.of("dan", "cat", "ben", "ann")), columns);

        Dataset other =
                new Dataset(
                        films.recipe(),
                        reversed,
                        films.items(),
                        films.interactions(),
                        films.scale(),
                        films.report());
        EncodedTable users = FeatureEncoder.fit(other).users(reversed);

        for (EncodedField field : encoder.users(films.users()).fields()) {
            assertThat(codes(users, field.name())).containsExactly(field.codes());
        }
    }

    @Test
    void aFieldThatTakesTheNameOfTheIdIsRefused() {
        Recipe recipe =
                SampleData.recipe(
                        SHOP.replace("\"id\": {\"type\": \"id\"}", "\"sku\": {\"type\": \"id\"}")
                                .replace("\"brand\":", "\"id\":"));
        Dataset shop = shop(recipe, shopItems("x", List.of(), "", 1, "id"));

        assertThatThrownBy(() -> FeatureEncoder.fit(shop))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "field 'id' is of type category, expected type id; give the field another name");
    }

    private static int[] codes(EncodedTable table, String field) {
        return table.field(field).orElseThrow().codes();
    }

    private static EncodedTable encodedShop(
            String brand, List<String> tags, String name, double price) {
        Dataset shop = shop(shopItems(brand, tags, name, price, "brand"));
        return FeatureEncoder.fit(shop).items(shop.items());
    }

    private static Entities shopItems(
            String brand, List<String> tags, String name, double price, String brandField) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(brandField, StringColumn.of(List.of(brand)));
        columns.put("tags", StringListColumn.of(List.of(tags)));
        columns.put("name", StringColumn.of(List.of(name)));
        columns.put("price", new NumberColumn(new double[] {price}));
        return new Entities(StringColumn.of(List.of("a")), columns);
    }

    private static Dataset shop(Entities items) {
        return shop(SampleData.recipe(SHOP), items);
    }

    private static Dataset shop(Recipe recipe, Entities items) {
        StringColumn nobody = StringColumn.of(List.of());
        return new Dataset(
                recipe,
                new Entities(nobody, Map.of()),
                items,
                new Interactions(nobody, nobody, new float[0], new TimeColumn(new long[0])),
                new ValueScale(1, 1, 1),
                ReadingReport.clean(0));
    }
}
