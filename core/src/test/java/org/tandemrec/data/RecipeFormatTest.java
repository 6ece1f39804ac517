package org.tandemrec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeFormatTest {
    private static final ObjectMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .build();

    private static final String SHOP =
            """
            {name: 'shop', title: 'A shop', licence: 'ours', 'recognised-by': ['goods.csv'],
             'value-scale': {from: 1, to: 5, step: 0.5},
             format: {delimiter: ';', encoding: 'latin-1'},
             users: {file: 'people.txt', columns: ['id', 'age', 'town'], fields: {
               id: {type: 'id'},
               age: {type: 'category', short: 'a', option: 'years',
                     values: {young: {label: 'Young', range: '..39'}, old: {range: '40..', 'asked-as': '2'}}},
               town: {type: 'category', values: ['Rome', 'Oslo'], missing: ['-']}}},
             items: {file: 'goods.csv', format: {header: true}, fields: {
               id: {type: 'id', column: 'sku'},
               title: {type: 'text'},
               tags: {type: 'categories'},
               parts: {type: 'categories', 'other-file': {file: 'parts.csv', key: 'sku', value: 'part'}},
               colours: {type: 'categories', flags: ['red', 'blue']},
               year: {type: 'number', column: 'title', pattern: '(19..)', input: false}}},
             interactions: {file: 'sales-*.parquet', query: 'SELECT * FROM source', fields: {
               user: {type: 'id', column: 'customer'},
               item: {type: 'id', column: 'sku'},
               stars: {type: 'value'},
               time: {type: 'time'}}}}
            """;

    private static Recipe read(String json) {
        try {
            return RecipeFormat.read(LENIENT.readTree(json), "shop.yaml");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Test
    void readsEverythingARecipeCanSay() {
        Recipe recipe = read(SHOP);

        assertThat(recipe.name()).isEqualTo("shop");
        assertThat(recipe.title()).isEqualTo("A shop");
        assertThat(recipe.licence()).contains("ours");
        assertThat(recipe.recognisedBy()).containsExactly("goods.csv");
        assertThat(recipe.scale()).contains(new ValueScale(1, 5, 0.5));
        Field age = recipe.personFields().getFirst();
        assertThat(age.shortName()).contains("a");
        assertThat(age.optionName()).isEqualTo("years");
        assertThat(age.values())
                .containsExactly(
                        new CategoryValue("young", "Young", Optional.of(NumberRange.parse("..39"))),
                        new CategoryValue(
                                "old",
                                "old",
                                Optional.of(NumberRange.parse("40..")),
                                Optional.of("2")));
        assertThat(recipe.personFields().get(1).missing()).containsExactly("-");
        assertThat(recipe.items().field("tags").orElseThrow().cells())
                .contains(new CellLayout.Separated("|"));
        assertThat(recipe.items().field("parts").orElseThrow().cells())
                .contains(new CellLayout.OtherFile("parts.csv", List.of(), "sku", "part"));
        assertThat(recipe.items().field("year").orElseThrow().input()).isFalse();
        assertThat(recipe.interactions().query()).contains("SELECT * FROM source");
    }

    @Test
    void takesTheFormatFromTheFilesNameAndTheRecipesOwnFormat() {
        Recipe recipe = read(SHOP);

        assertThat(recipe.users().orElseThrow().format())
                .isEqualTo(new FileFormat(FileFormat.Kind.DELIMITED, ";", false, "latin-1", true));
        assertThat(recipe.items().format())
                .isEqualTo(new FileFormat(FileFormat.Kind.DELIMITED, ",", true, "utf-8", true));
        assertThat(recipe.interactions().format().kind()).isEqualTo(FileFormat.Kind.PARQUET);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, DELIMITED, ','",
        "a.tsv, DELIMITED, '\t'",
        "a.TSV.gz, DELIMITED, '\t'",
        "a.jsonl.zst, JSON_LINES, ','",
        "part-*.parquet, PARQUET, ','",
        "no-ending, DELIMITED, ','"
    })
    void knowsAFormatByTheFilesName(String file, FileFormat.Kind kind, String delimiter) {
        assertThat(FileFormat.kindOf(file)).isEqualTo(kind);
        assertThat(FileFormat.delimiterOf(file)).isEqualTo(delimiter);
    }

    @Test
    void whatIsWrittenReadsAsTheSameRecipe() {
        Recipe recipe = read(SHOP);

        assertThat(RecipeFormat.read(RecipeFormat.write(recipe), "written")).isEqualTo(recipe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            commentCharacter = '#',
            value = {
                "licence: -> licenze: -> shop.yaml: unknown key 'licenze', expected one of name, title, licence, recognised-by, value-scale, format, users, items, interactions; did you mean 'licence'?",
                "short: 'a' -> shrt: 'a' -> shop.yaml: users.fields.age: unknown key 'shrt', expected one of type, column, pattern, separator, flags, other-file, values, missing, short, option, input; did you mean 'short'?",
                "encoding: 'latin-1' -> encoding: 'ascii' -> shop.yaml: format: encoding is 'ascii', expected utf-8 or latin-1",
                "type: 'text' -> type: 'txt' -> shop.yaml: items.fields.title.type: found 'txt', expected one of id, category, categories, text, number, time, value; did you mean 'text'?",
                "input: false -> input: 'no' -> shop.yaml: items.fields.year.input: found 'no', expected true or false",
                "from: 1 -> from: 'one' -> shop.yaml: value-scale.from: found 'one', expected a number",
                "range: '..39' -> range: 'x..39' -> shop.yaml: users.fields.age.values.young: range is 'x..39', expected FROM..TO such as 1990..1999",
                "pattern: '(19..)' -> pattern: '19..' -> shop.yaml: items.fields.year: pattern '19..' has no group, expected one around the value such as '(\\d+)'",
                "pattern: '(19..)' -> pattern: '(19' -> shop.yaml: items.fields.year: pattern '(19' is no regular expression: Unclosed group",
                "flags: ['red', 'blue'] -> flags: 'red' -> shop.yaml: items.fields.colours.flags: found 'red', expected a list",
                "flags: ['red', -> separator: ';', flags: ['red', -> shop.yaml: items.fields.colours: found several of separator, flags, other-file, expected one",
                "town: {type: 'category' -> town: {type: 'category', column: 'twon' -> shop.yaml: users: field 'town' reads column 'twon', expected one of id, age, town; did you mean 'town'?",
                "item: {type: 'id', column: 'sku'} -> item: {type: 'text'} -> shop.yaml: interactions have a field 'item' of type text, expected one of id, time, value",
                "user: {type: 'id' -> buyer: {type: 'id' -> shop.yaml: recipe 'shop': interactions have no field 'user' of type id",
                "delimiter: ';' -> delimiter: '::', quoted: true -> shop.yaml: format: quoted files need a delimiter of one character, found '::'; set quoted: false"
            })
    void refusesWhatItDoesNotUnderstandWithItsPlace(String correct, String wrong, String message) {
        String broken = SHOP.replace(correct, wrong);

        assertThat(broken).isNotEqualTo(SHOP);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void aFileWithoutHeaderNeedsItsColumnsNamed() {
        assertThatThrownBy(
                        () ->
                                read(
                                        SHOP.replace("columns: ['id', 'age', 'town'], ", "")
                                                .replace("encoding: 'latin-1'", "header: false")))
                .hasMessage(
                        "shop.yaml: users: people.txt has no header, so its columns have to be named: columns: [id, …]");
    }

    @Test
    void aDocumentThatIsNoMapIsRefused() {
        assertThatThrownBy(() -> read("['name', 'shop']"))
                .hasMessage("shop.yaml: found a list, expected a map of keys");
        assertThatThrownBy(() -> read("{name: 'shop'}"))
                .hasMessage("shop.yaml: key 'items' is missing");
    }
}
