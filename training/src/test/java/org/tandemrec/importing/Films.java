package org.tandemrec.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.Column;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.ReadingReport;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.RecipeFormat;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;

/** Three users, of whom the last does not say their gender, and three films by hand. */
final class Films {
    private static final String RECIPE =
            """
            {"name": "films", "value-scale": {"from": 1, "to": 5},
             "users": {"file": "users.csv", "fields": {
               "id": {"type": "id"},
               "gender": {"type": "category", "short": "g", "values": {"F": "female", "M": "male"}},
               "age": {"type": "category", "short": "a", "values": {
                 "1": {"label": "under 18", "range": "0..17"},
                 "18": {"label": "18-24", "range": "18..24"},
                 "25": {"label": "25+", "range": "25..130"}}},
               "zip": {"type": "category"},
               "children": {"type": "number"},
               "interests": {"type": "categories"}}},
             "items": {"file": "films.csv", "fields": {
               "id": {"type": "id"},
               "title": {"type": "text"},
               "genres": {"type": "categories", "option": "genre"},
               "year": {"type": "number"}}},
             "interactions": {"file": "ratings.csv", "fields": {
               "user": {"type": "id"}, "item": {"type": "id"}, "rating": {"type": "value"}}}}
            """;

    private Films() {}

    static Dataset dataset() {
        return new Dataset(
                recipe(),
                users(),
                items(),
                interactions(),
                new ValueScale(1, 5, 1),
                ReadingReport.clean(9));
    }

    private static Recipe recipe() {
        try {
            return RecipeFormat.read(new ObjectMapper().readTree(RECIPE), "recipe");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** The users 1, 2 and 5. */
    private static Entities users() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("gender", StringColumn.of(List.of("F", "M"), new int[] {0, 1, -1}));
        columns.put("age", StringColumn.of(List.of("25", "1", "18")));
        columns.put("zip", StringColumn.of(List.of("a", "b", "c")));
        columns.put("children", new NumberColumn(new double[] {0, 2, Double.NaN}));
        columns.put(
                "interests",
                StringListColumn.of(List.of(List.of("cats", "dogs"), List.of(), List.of("fish"))));
        return new Entities(StringColumn.of(List.of("1", "2", "5")), columns);
    }

    /** The films 1, 3 and 10. */
    private static Entities items() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(
                "title",
                StringColumn.of(
                        List.of("Two-Left Shoes (1992)", "The Harbour (1990)", "Shoes  Again")));
        columns.put(
                "genres",
                StringListColumn.of(
                        List.of(List.of("Comedy"), List.of("Drama", "War"), List.of())));
        columns.put("year", new NumberColumn(new double[] {1992, 1990, Double.NaN}));
        return new Entities(StringColumn.of(List.of("1", "3", "10")), columns);
    }

    private static Interactions interactions() {
        return new Interactions(
                StringColumn.of(List.of("1", "2", "5")),
                StringColumn.of(List.of("1", "3", "10")),
                new float[] {5, 4, 2},
                new TimeColumn(
                        new long[] {TimeColumn.MISSING, TimeColumn.MISSING, TimeColumn.MISSING}));
    }
}
