package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.towers.TowerWidths;
import org.tandemrec.training.SearchRange.Spread;

/**
 * How to train the preset {@code fusion}.
 *
 * @param widths of the towers' parts: {@code id-width}, {@code attribute-width} and so on
 * @param batchSize interactions a step at most; an epoch has at least 50 steps where it can
 * @param learningRate the highest rate of the cycle
 * @param decay each step takes {@code rate * decay} of every parameter away
 * @param epochs passes over the interactions at most
 * @param patience epochs without a better validation before training stops
 * @param idDropout how often an id is hidden in a batch, from 0 to 0.9
 * @param attributeDropout how often an attribute is hidden in a batch, from 0 to 0.9
 * @param familiarity how many interactions make an id half trusted
 * @param validationFraction the part of the interactions kept for choosing the best epoch
 * @param refit whether to train anew on all interactions once the best epoch is known
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record FusionConfig(
        TowerWidths widths,
        int batchSize,
        double learningRate,
        double decay,
        int epochs,
        int patience,
        double idDropout,
        double attributeDropout,
        double familiarity,
        double validationFraction,
        boolean refit,
        long seed,
        int threads)
        implements TrainingConfig {
    public FusionConfig {
        Settings.check("batch-size", batchSize, 1, 1 << 24);
        Settings.check("learning-rate", learningRate, 1e-8, 1);
        Settings.check("decay", decay, 0, 100);
        Settings.check("epochs", epochs, 1, 10_000);
        Settings.check("patience", patience, 1, 10_000);
        Settings.check("id-dropout", idDropout, 0, 0.9);
        Settings.check("attribute-dropout", attributeDropout, 0, 0.9);
        Settings.check("familiarity", familiarity, 0, 1e6);
        Settings.check("validation-fraction", validationFraction, 0, 0.9);
        Settings.check(THREADS, threads, 1, 1024);
        if (learningRate * decay >= 1) {
            throw new BadInputException(
                    "learning-rate times decay is %s, expected below 1; lower one of them"
                            .formatted(Settings.plain(learningRate * decay)));
        }
    }

    @Override
    public FusionConfig of(Settings settings) {
        return new FusionConfig(
                new TowerWidths(
                        settings.integer("id-width"),
                        settings.integer("attribute-width"),
                        settings.integer("word-width"),
                        settings.integer("text-width"),
                        settings.integer("vector-width")),
                settings.integer("batch-size"),
                settings.number("learning-rate"),
                settings.number("decay"),
                settings.integer("epochs"),
                settings.integer("patience"),
                settings.number("id-dropout"),
                settings.number("attribute-dropout"),
                settings.number("familiarity"),
                settings.number("validation-fraction"),
                settings.yes("refit"),
                settings.seed("seed"),
                settings.integer(THREADS));
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("id-width", Integer.toString(widths.id()));
        all.put("attribute-width", Integer.toString(widths.attribute()));
        all.put("word-width", Integer.toString(widths.word()));
        all.put("text-width", Integer.toString(widths.text()));
        all.put("vector-width", Integer.toString(widths.vector()));
        all.put("batch-size", Integer.toString(batchSize));
        all.put("learning-rate", Settings.plain(learningRate));
        all.put("decay", Settings.plain(decay));
        all.put("epochs", Integer.toString(epochs));
        all.put("patience", Integer.toString(patience));
        all.put("id-dropout", Settings.plain(idDropout));
        all.put("attribute-dropout", Settings.plain(attributeDropout));
        all.put("familiarity", Settings.plain(familiarity));
        all.put("validation-fraction", Settings.plain(validationFraction));
        all.put("refit", Boolean.toString(refit));
        all.put("seed", Long.toString(seed));
        all.put(THREADS, Integer.toString(threads));
        return all;
    }

    @Override
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("epochs", "passes over the interactions at most");
        meanings.put("patience", "epochs without a better validation before training stops");
        meanings.put("batch-size", "interactions a step");
        meanings.put("learning-rate", "highest rate of the cycle");
        meanings.put("decay", "each step takes rate x decay of every parameter away");
        meanings.put("id-dropout", "how often an id is hidden in a batch");
        meanings.put("attribute-dropout", "how often an attribute is hidden in a batch");
        meanings.put("familiarity", "interactions that make an id half trusted");
        meanings.put(
                "validation-fraction", "part of the interactions kept for choosing the best epoch");
        meanings.put("id-width", "width of an id's embedding");
        meanings.put("attribute-width", "width of a category's embedding");
        meanings.put("word-width", "width of a word's embedding");
        meanings.put("text-width", "how many filters read a text");
        meanings.put("vector-width", "width of a tower's output");
        meanings.put("refit", "whether to train anew on everything once the best epoch is known");
        return meanings;
    }

    @Override
    public Map<String, SearchRange> searched() {
        Map<String, SearchRange> ranges = new LinkedHashMap<>();
        ranges.put("learning-rate", new SearchRange(1e-3, 1e-2, Spread.LOGARITHMIC));
        ranges.put("decay", new SearchRange(0.3, 10, Spread.LOGARITHMIC));
        ranges.put("batch-size", new SearchRange(2_048, 32_768, Spread.WHOLE));
        ranges.put("epochs", new SearchRange(3, 10, Spread.WHOLE));
        ranges.put("id-dropout", new SearchRange(0, 0.2, Spread.LINEAR));
        ranges.put("attribute-dropout", new SearchRange(0, 0.1, Spread.LINEAR));
        ranges.put("familiarity", new SearchRange(2, 100, Spread.LOGARITHMIC));
        ranges.put("vector-width", new SearchRange(64, 320, Spread.WHOLE));
        return ranges;
    }

    @Override
    public Objective objective() {
        return Objective.RATING;
    }

    @Override
    public TrainingConfig judged() {
        double fraction = validationFraction == 0 ? 0.1 : validationFraction;
        return with(Map.of("refit", "false", "validation-fraction", Settings.plain(fraction)));
    }
}
