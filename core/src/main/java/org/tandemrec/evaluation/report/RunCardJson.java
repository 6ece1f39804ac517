package org.tandemrec.evaluation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run card as JSON: {@code {bundle, preset, seed, data, settings, training, evaluation}}. */
final class RunCardJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RunCardJson() {}

    static String of(RunCard card) {
        ObjectNode json = NODES.objectNode();
        card.bundle().ifPresent(bundle -> json.put("bundle", bundle));
        json.put("preset", card.preset());
        json.put("seed", card.seed());
        json.set("data", data(card.data()));
        ObjectNode settings = json.putObject("settings");
        card.settings().forEach(settings::put);
        json.set("training", training(card.curve()));
        card.evaluation().ifPresent(result -> json.set("evaluation", EvaluationJson.of(result)));
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode data(DataSummary data) {
        ObjectNode json = NODES.objectNode();
        json.put("recipe", data.recipe());
        json.put("title", data.title());
        data.licence().ifPresent(licence -> json.put("licence", licence));
        json.put("users", data.users());
        json.put("items", data.items());
        json.put("interactions", data.interactions());
        return json;
    }

    private static ObjectNode training(TrainingCurve curve) {
        ObjectNode json = NODES.objectNode();
        json.put("validationMetric", curve.validationMetric());
        json.put("bestEpoch", curve.bestEpoch());
        ArrayNode epochs = json.putArray("epochs");
        for (TrainingEpoch epoch : curve.epochs()) {
            epochs.addObject()
                    .put("epoch", epoch.epoch())
                    .put("trainLoss", epoch.trainLoss())
                    .put("validation", epoch.validation());
        }
        return json;
    }
}
