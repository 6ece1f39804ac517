package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tandemrec.data.CellLayout;
import org.tandemrec.data.Column;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.FileFormat;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.ReadingReport;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Source;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;

/** Builds a dataset of a few interactions, one line each: {@code user item value time}. */
public final class SmallData {
    private final Map<String, List<String>> attributesOf = new LinkedHashMap<>();
    private final List<String> attributeNames = new ArrayList<>();
    private final List<String[]> lines = new ArrayList<>();
    private final TreeSet<String> items = new TreeSet<>();
    private final Map<String, List<String>> kindsOf = new LinkedHashMap<>();

    /** A dataset in which every user and item has an interaction. */
    public static Dataset of(String... lines) {
        return new SmallData().interactions(lines).build();
    }

    /** Names the attributes of people. */
    public SmallData attributes(String... names) {
        attributeNames.addAll(List.of(names));
        return this;
    }

    /** A user with their attributes. */
    public SmallData user(String id, String... values) {
        attributesOf.put(id, List.of(values));
        return this;
    }

    /** Items that may have no interaction. */
    public SmallData items(String... ids) {
        items.addAll(List.of(ids));
        return this;
    }

    /** An item with its kinds: with one such item, all items have a field {@code kinds}. */
    public SmallData item(String id, String... kinds) {
        items.add(id);
        kindsOf.put(id, List.of(kinds));
        return this;
    }

    /** Interactions as {@code user item value time}; a time of {@code -} is missing. */
    public SmallData interactions(String... more) {
        for (String line : more) {
            String[] cells = line.split(" ", -1);
            lines.add(cells);
            items.add(cells[1]);
            attributesOf.putIfAbsent(cells[0], List.of());
        }
        return this;
    }

    public Dataset build() {
        float[] values = new float[lines.size()];
        long[] times = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            String[] cells = lines.get(row);
            values[row] = Float.parseFloat(cells[2]);
            times[row] = cells[3].equals("-") ? TimeColumn.MISSING : Long.parseLong(cells[3]);
        }
        Interactions interactions =
                new Interactions(cells(0), cells(1), values, new TimeColumn(times));
        return new Dataset(
                recipe(),
                users(),
                new Entities(StringColumn.of(List.copyOf(items)), itemColumns()),
                interactions,
                new ValueScale(1, 5, 1),
                ReadingReport.clean(values.length));
    }

    private StringColumn cells(int column) {
        return StringColumn.of(lines.stream().map(cells -> cells[column]).toList());
    }

    private Map<String, Column> itemColumns() {
        List<List<String>> kinds =
                items.stream().map(id -> kindsOf.getOrDefault(id, List.of())).toList();
        return kindsOf.isEmpty() ? Map.of() : Map.of("kinds", StringListColumn.of(kinds));
    }

    private List<Field> itemFields() {
        Field id = field("id", FieldType.ID);
        return kindsOf.isEmpty() ? List.of(id) : List.of(id, field("kinds", FieldType.CATEGORIES));
    }

    private Entities users() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int name = 0; name < attributeNames.size(); name++) {
            int place = name;
            columns.put(
                    attributeNames.get(name),
                    StringColumn.of(
                            attributesOf.values().stream().map(all -> all.get(place)).toList()));
        }
        return new Entities(StringColumn.of(List.copyOf(attributesOf.keySet())), columns);
    }

    private Recipe recipe() {
        List<Field> userFields = new ArrayList<>(List.of(field("id", FieldType.ID)));
        attributeNames.forEach(name -> userFields.add(field(name, FieldType.CATEGORY)));
        return new Recipe(
                "small",
                "Small data",
                Optional.empty(),
                List.of(),
                Optional.of(source(userFields)),
                source(itemFields()),
                source(List.of(field("user", FieldType.ID), field("item", FieldType.ID))),
                Optional.empty());
    }

    private static Field field(String name, FieldType type) {
        return new Field(
                name,
                type,
                name,
                Optional.empty(),
                type == FieldType.CATEGORIES
                        ? Optional.of(new CellLayout.Separated("|"))
                        : Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of());
    }

    private static Source source(List<Field> fields) {
        FileFormat format = new FileFormat(FileFormat.Kind.DELIMITED, ",", true, "utf-8", false);
        return new Source("none.csv", format, Optional.empty(), List.of(), fields);
    }
}
