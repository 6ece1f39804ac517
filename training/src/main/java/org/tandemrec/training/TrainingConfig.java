package org.tandemrec.training;

import org.tandemrec.data.BadInputException;
import org.tandemrec.towers.TowerWidths;

/**
 * How to train. Each part has the same name, with dashes, as a key of a file and as an option.
 *
 * @param widths of the towers' parts
 * @param batchSize interactions a step
 * @param learningRate the highest rate of the cycle
 * @param decay each step takes {@code rate * decay} of every parameter away
 * @param epochs passes over the interactions at most
 * @param patience epochs without a better validation before training stops
 * @param idDropout how often an id is hidden in a batch
 * @param attributeDropout how often an attribute is hidden in a batch
 * @param userFamiliarity how many interactions make a user's id half trusted
 * @param itemFamiliarity how many interactions make an item's id half trusted
 * @param validationFraction the part of the interactions kept for choosing the best epoch
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record TrainingConfig(
        TowerWidths widths,
        int batchSize,
        double learningRate,
        double decay,
        int epochs,
        int patience,
        double idDropout,
        double attributeDropout,
        double userFamiliarity,
        double itemFamiliarity,
        double validationFraction,
        long seed,
        int threads) {
    public TrainingConfig {
        check("batch-size", batchSize, 1, 1 << 24);
        check("learning-rate", learningRate, 1e-8, 1);
        check("decay", decay, 0, 100);
        check("epochs", epochs, 1, 10_000);
        check("patience", patience, 1, 10_000);
        check("id-dropout", idDropout, 0, 0.9);
        check("attribute-dropout", attributeDropout, 0, 0.9);
        check("user-familiarity", userFamiliarity, 0, 1e6);
        check("item-familiarity", itemFamiliarity, 0, 1e6);
        check("validation-fraction", validationFraction, 0, 0.9);
        check("threads", threads, 1, 1024);
    }

    private static void check(String name, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new BadInputException(
                    "%s is %s, expected %s to %s"
                            .formatted(name, plain(value), plain(from), plain(to)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
