package org.tandemrec.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;

/** From a manifest to JSON. */
final class ManifestWriter {
    private ManifestWriter() {}

    /** The manifest's document; the same manifest gives the same text. */
    static String text(Manifest manifest) {
        return tree(manifest).toPrettyString() + "\n";
    }

    private static ObjectNode tree(Manifest manifest) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", Manifest.FORMAT);
        tree.put("id", manifest.id());
        tree.put("created", manifest.created().toString());
        tree.put("preset", manifest.preset());
        tree.put("seed", manifest.seed());
        write(tree.putObject("data"), manifest.data());
        tree.put("dimension", manifest.dimension());
        manifest.ratings().ifPresent(scale -> write(tree.putObject(ManifestReader.RATINGS), scale));
        manifest.ratingDimension()
                .ifPresent(length -> tree.put(ManifestReader.RATING_DIMENSION, length));
        write(tree.putArray("userInputs"), manifest.userInputs());
        write(tree.putArray("itemInputs"), manifest.itemInputs());
        manifest.userHistory()
                .ifPresent(read -> write(tree.putObject(ManifestReader.USER_HISTORY), read));
        manifest.itemHistory()
                .ifPresent(read -> write(tree.putObject(ManifestReader.ITEM_HISTORY), read));
        manifest.metrics().forEach(tree.putObject("metrics")::put);
        manifest.settings().forEach(tree.putObject("settings")::put);
        manifest.versions().forEach(tree.putObject("versions")::put);
        manifest.files().forEach(tree.putObject("files")::put);
        return tree;
    }

    private static void write(ObjectNode tree, Manifest.DataSummary data) {
        tree.put("recipe", data.recipe())
                .put("users", data.users())
                .put("items", data.items())
                .put("interactions", data.interactions());
    }

    private static void write(ObjectNode tree, RatingScale ratings) {
        tree.put("slope", ratings.slope())
                .put("offset", ratings.offset())
                .put("low", ratings.low())
                .put("high", ratings.high());
    }

    private static void write(ObjectNode tree, HistoryInput history) {
        ArrayNode parts = tree.putArray("parts");
        for (HistoryPart part : HistoryPart.values()) {
            if (history.parts().contains(part)) {
                parts.add(part.label());
            }
        }
        tree.put("longest", history.longest()).put("likedValue", history.likedValue());
    }

    private static void write(ArrayNode array, List<TowerInput> inputs) {
        for (TowerInput input : inputs) {
            ObjectNode object = array.addObject();
            object.put("field", input.field())
                    .put("kind", ManifestReader.word(input.kind()))
                    .put("width", input.width())
                    .put("rows", input.rows());
            write(object, input.unknown());
        }
    }

    private static void write(ObjectNode object, UnknownCode unknown) {
        switch (unknown) {
            case UnknownCode.OwnRow _ -> {}
            case UnknownCode.Refused _ ->
                    object.put(ManifestReader.UNKNOWN, ManifestReader.REFUSED);
            case UnknownCode.StandIn standIn ->
                    object.put(ManifestReader.UNKNOWN, ManifestReader.STAND_IN)
                            .put(ManifestReader.STAND_IN, standIn.value());
        }
    }
}
