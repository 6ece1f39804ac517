package org.tandemrec.importing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemrec.data.BadInputException;

/** What an import refuses, each in one line. */
class ImportRefusalTest {
    @TempDir private Path place;
    private ImportFolder folder;

    @BeforeEach
    void bring() throws IOException {
        folder = new ImportFolder(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: 1 | format: 2 | format: found 2, this version reads 1",
                "normalise: true, scale: 5 | scale: 5 | score: key 'normalise' is missing",
                "normalise: true | normalise: maybe | found 'maybe', expected true or false",
                "scale: 5 | scale: 0 | scale is 0.0, expected a number above 0",
                "scale: 5 | scael: 5 | unknown key 'scael', expected one of normalise, scale; did you mean 'scale'?",
                "field: gender, | feld: gender, | did you mean 'field'?",
                "missing: 1 | missing: -1 | missing: found '-1', expected a whole number from 0",
                "to: 5 | to: 0 | found '0', expected a whole number from 1",
                "codes: {M: 0, F: 1}, | `` | user.inputs.gender_id: found no encoding, expected one of codes, vocabulary, number",
                "vocabulary: genres.txt | vocabulary: genre.txt | cannot be read as UTF-8",
                "width: 2 | padding: 0 | key 'padding' is given without 'width'",
                "words: spaces | words: space | found 'space', expected one of letters-and-digits, spaces; did you mean 'spaces'?",
                "asked-by: code | asked-by: cod | expected one of value, code; did you mean 'code'?",
                "'^(.*) | '^(?:.*) | found no group",
                "'^(.*) | '^((.*) | is no regular expression",
                "user_id: | userid: | the mapping names the input 'userid', the model has user_id, gender_id, age_id; did you mean 'user_id'?",
                "output: fetch_name_0 | output: fetch_name | the mapping names the output 'fetch_name'",
                ", width: 2 | `` | input 'genre' is int64 [N, 2], expected int64 or int32 [N] (without a width)",
                "width: 3 | width: 4 | input 'title' is int64 [N, 3], expected int64 or int32 [N, 4] as the mapping says",
                "field: gender | field: gendr | user.inputs.gender_id: the recipe's users have no field 'gendr', expected one of id, gender, age, zip, children, interests; did you mean 'gender'?",
                "field: age | field: gender | reads gender, which 'gender_id' reads already",
                "field: genres | field: title | title is a text, expected 'words'",
                ", words: spaces | `` | title is a text, expected 'words' to say how it is cut",
                "field: genres, | field: genres, words: spaces, | 'words' belongs to a text",
                "words: spaces | words: spaces, asked-by: code | 'asked-by' belongs to a category of users",
                "number: {from: 1, to: 10} | number: {from: 1, to: 5} | item.inputs.id: item '10' has id '10', which has no code",
                "number: {from: 1, to: 5}, missing: 1 | number: {from: 1, to: 6}, missing: 6 | input 'user_id' gets codes up to 6, its table has 6 rows (0 to 5)",
                "first: 1, width: 2 | first: 2, width: 2 | input 'genre' gets codes up to 4, its table has 4 rows"
            })
    void aMappingThatDoesNotFit(String part, String other, String line) throws IOException {
        folder.mapping(part, other == null ? "" : other);
        refused(line);
    }

    @Test
    void aKeyThatStandsTwice() throws IOException {
        folder.write("mapping.yaml", "format: 1\nname: one\nname: two\n");
        refused("mapping.yaml:3: is no YAML: Duplicate field 'name'");
    }

    @Test
    void aVocabularyWithAValueTwice() throws IOException {
        folder.write("genres.txt", "Comedy\nDrama\nComedy\n");
        refused("genres.txt:3: 'Comedy' stands in line 1 already");
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        folder.write("user.onnx", "not a model");
        refused("user.onnx is no ONNX model");
        Files.delete(place.resolve("user.onnx"));
        refused("user.onnx cannot be read");
    }

    @Test
    void operatorsTooOldToAddAnythingTo() throws IOException {
        folder.write("user.onnx", ImportFolder.userTower().operators(8).model());
        refused("operator set is 8, expected 9 or newer");
    }

    @Test
    void anInputThatTheMappingForgets() throws IOException {
        folder.write(
                "user.onnx", ImportFolder.userTower().one("mood", ImportFolder.AGE_ROWS).model());
        refused("input 'mood' (int64 [N]) is not in the mapping; add it to user.inputs");
    }

    @Test
    void towersOfTwoTrainings() throws IOException {
        folder.write(
                "item.onnx",
                new ForeignTower("vector", 1)
                        .one("id", new float[11][1])
                        .several("genre", 2, new float[4][1])
                        .several("title", 3, new float[6][1])
                        .model());
        refused("gives vectors of 2 numbers");
    }

    private void refused(String line) {
        assertThatThrownBy(() -> folder.towers())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(line)
                .hasMessageNotContaining("\n");
    }
}
