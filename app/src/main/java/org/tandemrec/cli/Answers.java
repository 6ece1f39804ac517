package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandemrec.features.Attribute;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.recommend.Query;
import org.tandemrec.recommend.RankedItem;
import org.tandemrec.recommend.Recommendations;

/** Shows ranked lists, as a table or as JSON. */
final class Answers {
    private static final int LONGEST_TITLE = 48;

    private Answers() {}

    static void show(Console console, Query query, Recommendations answer) {
        if (console.json()) {
            console.answer(json(query, answer));
            return;
        }
        console.answer("bundle %s, %s".formatted(answer.bundle(), index(answer.index())));
        heading(answer).forEach(console::answer);
        table(answer.items()).lines().forEach(console::answer);
        if (answer.items().size() < query.count()) {
            console.message(
                    "%d items pass, %d were asked for"
                            .formatted(answer.items().size(), query.count()));
        }
    }

    /** {@code exact index}, or {@code exact index, while milvus is away}. */
    private static String index(String kind) {
        int comma = kind.indexOf(',');
        return comma < 0
                ? kind + " index"
                : kind.substring(0, comma) + " index" + kind.substring(comma);
    }

    private static List<String> heading(Recommendations answer) {
        List<String> parts = new ArrayList<>();
        answer.attributes().stream().map(Attribute::explanation).forEach(parts::add);
        parts.addAll(answer.reasons());
        return parts.isEmpty() ? List.of() : List.of(String.join(" · ", parts));
    }

    static String table(List<RankedItem> items) {
        boolean rated = items.stream().anyMatch(item -> item.rating().isPresent());
        TextTable table =
                rated
                        ? new TextTable("#", "id", "title", "kind", "score", "stars")
                        : new TextTable("#", "id", "title", "kind", "score");
        for (RankedItem item : items) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(item.rank()));
            cells.add(item.id());
            cells.add(shortened(item.title()));
            cells.add(kind(item.item()));
            cells.add(decimal(item.score()));
            item.rating().ifPresent(rating -> cells.add(decimal(rating)));
            table.add(cells);
        }
        return table.toString();
    }

    private static String kind(CatalogueItem item) {
        List<String> kinds = new ArrayList<>();
        item.categories().values().forEach(kinds::addAll);
        return String.join("|", kinds);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** A list as JSON: {@code {bundle, query, items: [{rank, id, title, score, rating}]}}. */
    static ObjectNode json(Query query, Recommendations answer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("bundle", answer.bundle());
        document.put("index", answer.index());
        document.set("query", json(query, answer.attributes()));
        answer.reasons().forEach(document.putArray("reasons")::add);
        ArrayNode items = document.putArray("items");
        answer.items().forEach(item -> items.add(json(item)));
        return document;
    }

    private static ObjectNode json(Query query, List<Attribute> attributes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        query.user().ifPresent(user -> node.put("user", user));
        ObjectNode person = node.putObject("person");
        for (Attribute attribute : attributes) {
            person.putObject(attribute.field())
                    .put("given", attribute.given())
                    .put("code", attribute.code())
                    .put("label", attribute.label());
        }
        query.liked().forEach(node.putArray("liked")::add);
        query.met().forEach(node.putArray("met")::add);
        query.moment()
                .ifPresent(moment -> node.put("at", Instant.ofEpochSecond(moment).toString()));
        query.where().forEach(node.putObject("where")::put);
        query.exclude().stream().sorted().forEach(node.putArray("exclude")::add);
        query.among().stream().sorted().forEach(node.putArray("among")::add);
        node.put("k", query.count());
        return node;
    }

    private static ObjectNode json(RankedItem item) {
        ObjectNode node = json(item.item());
        ObjectNode ranked = JsonNodeFactory.instance.objectNode();
        ranked.put("rank", item.rank());
        ranked.setAll(node);
        ranked.put("score", item.score());
        item.rating().ifPresent(rating -> ranked.put("rating", rating));
        return ranked;
    }

    /** An item as JSON: id, title, its categories and numbers under {@code fields}. */
    static ObjectNode json(CatalogueItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", item.id());
        node.put("title", item.title());
        ObjectNode fields = node.putObject("fields");
        item.categories().forEach((field, values) -> values.forEach(fields.putArray(field)::add));
        item.numbers().forEach((field, number) -> fields.put(field, number));
        return node;
    }
}
