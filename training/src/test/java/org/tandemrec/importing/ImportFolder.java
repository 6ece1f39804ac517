package org.tandemrec.importing;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;

/** A folder with two small towers and their mapping, as somebody would bring them. */
final class ImportFolder {
    static final float[][] USER_ROWS = {{9, 9}, {1, 2}, {3, -1}, {8, 8}, {7, 7}, {0.5f, 1}};
    static final float[][] GENDER_ROWS = {{0.25f, 0}, {0, 0.5f}};
    static final float[][] AGE_ROWS = {{0.1f, 0}, {0, 0.2f}, {0.3f, 0.3f}};
    static final float[][] ITEM_ROWS = rows(11, 0.5f);
    static final float[][] GENRE_ROWS = {{0, 0}, {1, 0}, {0, 2}, {4, 4}};
    static final float[][] WORD_ROWS = {
        {0, 0}, {0.1f, 0}, {0, 0.1f}, {0.2f, 0.2f}, {0.4f, 0}, {0, 0.4f}
    };

    static final String MAPPING =
            """
            format: 1
            name: by-hand
            score: {normalise: true, scale: 5}
            rating: {slope: 0.5, offset: 2.5}
            user:
              output: fetch_name_0
              inputs:
                user_id: {field: id, number: {from: 1, to: 5}, missing: 1}
                gender_id: {field: gender, codes: {M: 0, F: 1}, asked-by: code}
                age_id: {field: age, codes: {"1": 0, "18": 1, "25": 2}, asked-by: code}
            item:
              inputs:
                id: {field: id, number: {from: 1, to: 10}}
                genre: {field: genres, vocabulary: genres.txt, first: 1, width: 2}
                title: {field: title, vocabulary: words.txt, first: 1, width: 3, padding: 0, pattern: '^(.*)\\(\\d{4}\\)\\s*$', words: spaces}
            """;

    private final Path folder;

    /** The whole of it. */
    ImportFolder(Path folder) throws IOException {
        this.folder = folder;
        write("user.onnx", userTower().model());
        write("item.onnx", itemTower().model());
        write("mapping.yaml", MAPPING);
        write("genres.txt", "Comedy\nDrama\nWar\n");
        write("words.txt", "two-left\nshoes\nthe\nharbour\nagain\n");
    }

    static ForeignTower userTower() {
        return new ForeignTower("fetch_name_0", 2)
                .one("user_id", USER_ROWS)
                .one("gender_id", TensorProto.DataType.INT32, GENDER_ROWS)
                .one("age_id", AGE_ROWS);
    }

    static ForeignTower itemTower() {
        return new ForeignTower("fetch_name_0", 2)
                .one("id", ITEM_ROWS)
                .several("genre", 2, GENRE_ROWS)
                .several("title", 3, WORD_ROWS);
    }

    private static float[][] rows(int count, float step) {
        float[][] rows = new float[count][];
        for (int row = 0; row < count; row++) {
            rows[row] = new float[] {row * step, 1};
        }
        return rows;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    void write(String name, ModelProto model) throws IOException {
        Files.write(folder.resolve(name), model.toByteArray());
    }

    /** The mapping with one part of its text in another's place. */
    ImportFolder mapping(String part, String other) throws IOException {
        if (!MAPPING.contains(part)) {
            throw new IllegalArgumentException("the mapping has no " + part);
        }
        write("mapping.yaml", MAPPING.replace(part, other));
        return this;
    }

    TowerImport open() {
        return TowerImport.open(
                folder.resolve("user.onnx"),
                folder.resolve("item.onnx"),
                folder.resolve("mapping.yaml"));
    }

    ImportedTowers towers() {
        return open().over(Films.dataset());
    }

    /** The towers as a bundle of a store in the folder. */
    ModelBundle bundle() {
        ModelStore store = ModelStore.at(folder.resolve("store"));
        try (ModelStore.Writing writing = store.beginWriting()) {
            return store.open(writing.write(towers().contents(), Clock.systemUTC()).id());
        }
    }

    /** The sum of rows of tables, at length 1 times a scale. */
    static float[] unit(double scale, List<float[]> rows) {
        double[] sum = new double[2];
        for (float[] row : rows) {
            sum[0] += row[0];
            sum[1] += row[1];
        }
        double length = Math.hypot(sum[0], sum[1]);
        return new float[] {(float) (scale * sum[0] / length), (float) (scale * sum[1] / length)};
    }
}
