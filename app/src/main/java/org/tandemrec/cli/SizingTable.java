package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.tandemrec.milvus.MilvusSizing;

/** What a Milvus cluster needs, as a table or as JSON, each marked as computed. */
final class SizingTable {
    private static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;

    private SizingTable() {}

    static void show(Console console, List<MilvusSizing> sizes) {
        if (console.json()) {
            console.answer(json(sizes));
            return;
        }
        console.answer(
                "computed from published formulas, not measured: %d components a vector, nodes of 64 GiB"
                        .formatted(sizes.getFirst().dimension()));
        text(sizes).lines().forEach(console::answer);
    }

    private static String text(List<MilvusSizing> sizes) {
        TextTable table =
                new TextTable(
                        "items",
                        "index type",
                        "shards",
                        "replicas",
                        "memory a replica",
                        "disk a replica",
                        "object storage",
                        "query nodes");
        sizes.forEach(size -> table.add(row(size)));
        return table.toString();
    }

    private static List<String> row(MilvusSizing size) {
        return List.of(
                String.format(Locale.ROOT, "%,d", size.items()),
                size.indexType().label(),
                Integer.toString(size.shards()),
                Integer.toString(size.replicas()),
                bytes(size.memoryBytes()),
                size.diskBytes() == 0 ? "-" : bytes(size.diskBytes()),
                bytes(size.storageBytes()),
                Integer.toString(size.queryNodes()));
    }

    private static String bytes(long bytes) {
        return bytes < GIB ? shortened(bytes / MIB, "MiB") : shortened(bytes / GIB, "GiB");
    }

    private static String shortened(double number, String unit) {
        return String.format(Locale.ROOT, number < 9.95 ? "%.1f %s" : "%,.0f %s", number, unit);
    }

    private static ObjectNode json(List<MilvusSizing> sizes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("computed", true);
        document.put("dimension", sizes.getFirst().dimension());
        ArrayNode rows = document.putArray("sizes");
        sizes.forEach(size -> add(rows.addObject(), size));
        return document;
    }

    private static void add(ObjectNode row, MilvusSizing size) {
        row.put("items", size.items())
                .put("indexType", size.indexType().label())
                .put("shards", size.shards())
                .put("replicas", size.replicas())
                .put("memoryBytes", size.memoryBytes())
                .put("diskBytes", size.diskBytes())
                .put("storageBytes", size.storageBytes())
                .put("queryNodes", size.queryNodes());
    }
}
