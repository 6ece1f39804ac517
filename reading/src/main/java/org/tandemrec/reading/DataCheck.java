package org.tandemrec.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.ReadingReport;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.Rejection;

/**
 * What there is to know of data before training on it: what {@code tandem check} shows.
 *
 * @param recipe what the data was read by
 * @param users how many users
 * @param items how many items
 * @param interactions how many interactions
 * @param first the moment of the first interaction, where any has one
 * @param last the moment of the last
 * @param values how often each value occurs
 * @param report what became of the rows
 */
public record DataCheck(
        Recipe recipe,
        int users,
        int items,
        int interactions,
        Optional<Instant> first,
        Optional<Instant> last,
        ValueHistogram values,
        ReadingReport report) {
    /** Looks at a dataset. */
    public static DataCheck of(Dataset dataset) {
        Interactions interactions = dataset.interactions();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < interactions.size(); row++) {
            OptionalLong time = interactions.time(row);
            first = Math.min(first, time.orElse(first));
            last = Math.max(last, time.orElse(last));
        }
        boolean timed = first <= last;
        return new DataCheck(
                dataset.recipe(),
                dataset.users().size(),
                dataset.items().size(),
                interactions.size(),
                timed ? Optional.of(Instant.ofEpochSecond(first)) : Optional.empty(),
                timed ? Optional.of(Instant.ofEpochSecond(last)) : Optional.empty(),
                ValueHistogram.of(interactions),
                dataset.report());
    }

    /**
     * As JSON: {@code {recipe, title, licence, users, items, interactions, from, to, values:
     * [{value, count}], rows, rejectedRows, rejected: [{file, line, column, reason}], notices:
     * [{notice, count}]}}; licence, from and to are absent where they are not known.
     */
    public ObjectNode json() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("recipe", recipe.name()).put("title", recipe.title());
        recipe.licence().ifPresent(licence -> tree.put("licence", licence));
        tree.put("users", users).put("items", items).put("interactions", interactions);
        first.ifPresent(moment -> tree.put("from", moment.toString()));
        last.ifPresent(moment -> tree.put("to", moment.toString()));
        ArrayNode bars = tree.putArray("values");
        for (ValueHistogram.Bar bar : values.bars()) {
            bars.addObject().put("value", bar.label()).put("count", bar.count());
        }
        tree.put("rows", report.rows()).put("rejectedRows", report.rejectedRows());
        addRejected(tree.putArray("rejected"));
        ArrayNode notices = tree.putArray("notices");
        for (Map.Entry<String, Long> notice : report.notices().entrySet()) {
            notices.addObject().put("notice", notice.getKey()).put("count", notice.getValue());
        }
        return tree;
    }

    private void addRejected(ArrayNode rejected) {
        for (Rejection rejection : report.rejected()) {
            rejected.addObject()
                    .put("file", rejection.file())
                    .put("line", rejection.line())
                    .put("column", rejection.column())
                    .put("reason", rejection.reason());
        }
    }

    /** As lines for a person to read. */
    public String text() {
        return new DataCheckText(this).lines();
    }
}
