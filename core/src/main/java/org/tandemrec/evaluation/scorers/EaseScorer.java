package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tandemrec.regression.Ease;

/**
 * Baseline: {@code score = x B}, with x the items of the person's history and B the weights of EASE
 * over what everybody has met (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019,
 * eq. 4 and 8). {@code ease} weighs all of the history alike, {@code easeRecent} by {@code 0.05 +
 * 2^(-age / 5)} with the number of later events as the age: order matters when it is asked, not
 * when it learns.
 */
final class EaseScorer implements Scorer {
    private static final float LAMBDA = 1_000;
    private static final double FLOOR = 0.05;
    private static final double HALF_LIFE = 5;

    private final String name;
    private final ItemToItem relations;

    private EaseScorer(String name, ItemToItem relations) {
        this.name = name;
        this.relations = relations;
    }

    static EaseScorer plain(TrainPart train, Fitting fitting) {
        return fit("ease", train, _ -> 1, fitting);
    }

    static EaseScorer recent(TrainPart train, Fitting fitting) {
        return fit("easeRecent", train, age -> FLOOR + Math.pow(2, -age / HALF_LIFE), fitting);
    }

    private static EaseScorer fit(
            String name, TrainPart train, IntToDoubleFunction weightOfAge, Fitting fitting) {
        fitting.progress().at("learning " + name, 0, 1);
        var weights = Ease.weights(train.met(), LAMBDA, fitting.workers());
        fitting.progress().at("learning " + name, 1, 1);
        return new EaseScorer(name, new ItemToItem(train, weights, weightOfAge, fitting.workers()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        relations.scores(people, into);
    }
}
