package org.tandemrec.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/**
 * Four users and twelve films by hand. Films 1 to 6 are comedies, 7 to 12 dramas, every third one a
 * romance too; film {@code n} is of the year {@code 1989 + n}, the last one's is not known.
 */
public final class SampleData {
    /** The films' titles, in the order of their ids. */
    public static final List<String> TITLES =
            List.of(
                    "Merry Harbour (1990)",
                    "The Laughing Goat (1991)",
                    "Two Left Shoes (1992)",
                    "Pie in the Sky (1993)",
                    "Harbour Fools (1994)",
                    "One More Waltz (1995)",
                    "Cold Harvest (1996)",
                    "A Widow's Letter (1997)",
                    "The Long Winter (1998)",
                    "Ashes and Salt (1999)",
                    "Amélie in the Rain (2000)",
                    "Harvest of Silence");

    private static final String RECIPE =
            """
            {"name": "films", "value-scale": {"from": 1, "to": 5},
             "users": {"file": "users.csv", "fields": {
               "id": {"type": "id"},
               "gender": {"type": "category", "short": "g", "values": {"F": "female", "M": "male"}},
               "age": {"type": "category", "short": "a", "values": {
                 "1": {"label": "under 18", "range": "0..17"},
                 "18": {"label": "18-24", "range": "18..24"},
                 "25": {"label": "25-34", "range": "25..34"},
                 "35": {"label": "35+", "range": "35..130"}}},
               "occupation": {"type": "category", "option": "job", "values": {
                 "1": "academic/educator", "10": "K-12 student", "12": "programmer"}},
               "joined": {"type": "time"},
               "zip": {"type": "category", "input": false}}},
             "items": {"file": "films.csv", "fields": {
               "id": {"type": "id"},
               "title": {"type": "text"},
               "genres": {"type": "categories", "option": "genre"},
               "year": {"type": "number", "input": false}}},
             "interactions": {"file": "ratings.csv", "fields": {
               "user": {"type": "id"}, "item": {"type": "id"},
               "rating": {"type": "value"}, "time": {"type": "time"}}}}
            """;

    private SampleData() {}

    /** The recipe, with nothing read from anywhere. */
    public static Recipe recipe() {
        return recipe(RECIPE);
    }

    /** A recipe from JSON. */
    public static Recipe recipe(String json) {
        try {
            return RecipeFormat.read(new ObjectMapper().readTree(json), "recipe");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** The users {@code ann}, {@code ben}, {@code cat} and {@code dan}, who rated nothing. */
    public static Dataset dataset() {
        return new Dataset(
                recipe(), users(), items(), interactions(), scale(), ReadingReport.clean(22));
    }

    private static ValueScale scale() {
        return new ValueScale(1, 5, 1);
    }

    private static Entities users() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("gender", StringColumn.of(List.of("F", "M"), new int[] {0, 1, 0, -1}));
        columns.put("age", StringColumn.of(List.of("25", "18", "1", "25")));
        columns.put("occupation", StringColumn.of(List.of("12", "1", "10", "12")));
        columns.put("joined", new TimeColumn(new long[] {5, 6, 7, TimeColumn.MISSING}));
        columns.put("zip", StringColumn.of(List.of("00001", "00002", "00001", "00003")));
        return new Entities(StringColumn.of(List.of("ann", "ben", "cat", "dan")), columns);
    }

    private static Entities items() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("title", StringColumn.of(TITLES));
        columns.put(
                "genres", StringListColumn.of(SampleItem.all().map(SampleItem::genres).toList()));
        columns.put(
                "year", new NumberColumn(SampleItem.all().mapToDouble(SampleItem::year).toArray()));
        return new Entities(
                StringColumn.of(SampleItem.all().map(SampleItem::id).toList()), columns);
    }

    /** {@code ann} rated films 2, 1 and 7 in that order, {@code ben} film 8, {@code cat} film 1. */
    private static Interactions interactions() {
        return new Interactions(
                StringColumn.of(List.of("ann", "ben", "ann", "cat", "ann")),
                StringColumn.of(List.of("1", "8", "7", "1", "2")),
                new float[] {5, 4, 2, 4, 3},
                new TimeColumn(new long[] {200, 50, 300, TimeColumn.MISSING, 100}));
    }

    /** One of the films, by its number from 1. */
    private record SampleItem(int number) {
        static Stream<SampleItem> all() {
            return IntStream.rangeClosed(1, TITLES.size()).mapToObj(SampleItem::new);
        }

        String id() {
            return Integer.toString(number);
        }

        List<String> genres() {
            String kind = number <= 6 ? "Comedy" : "Drama";
            return number % 3 == 0 ? List.of(kind, "Romance") : List.of(kind);
        }

        double year() {
            return number == TITLES.size() ? Double.NaN : 1989 + number;
        }
    }
}
