package org.tandemrec.evaluation.scorers;

import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * Baseline: what follows what. {@code N[i, j]} adds up FADING^(lag - 1) over the times that j came
 * lag steps after i, at most {@value #WINDOW}, and BACKWARD times the same where it came before;
 * {@code P[i, j] = N[i, j] / ((n_i + DAMPING)^0.75 (n_j + DAMPING)^0.25)} with the number of
 * interactions n of an item; {@code score(j) = sum over the last} {@value #LAST} {@code items of
 * DECAY^age P[item, j]}. It is the first-order Markov chain of Rendle et al., Factorizing
 * Personalized Markov Chains, 2010, section 4.1, that looks further than one step; the settings
 * were chosen on the validation items of MovieLens 1M's sequences.
 */
final class MarkovChain implements Scorer {
    private static final int WINDOW = 10;
    private static final double FADING = 0.8;
    private static final double BACKWARD = 0.2;
    private static final double DAMPING = 10;
    private static final double OF_FIRST = 0.75;
    private static final int LAST = 5;
    private static final double DECAY = 0.6;

    private final ItemToItem relations;

    private MarkovChain(ItemToItem relations) {
        this.relations = relations;
    }

    static MarkovChain of(TrainPart train, Fitting fitting) {
        fitting.progress().at("learning markov", 0, 1);
        Matrix follows = Matrix.zeros(train.places(), train.places());
        double[] met = new double[train.places()];
        for (History history : train.histories()) {
            for (int event = 0; event < history.size(); event++) {
                count(history, event, train, follows, met);
            }
        }
        divide(follows, met);
        fitting.progress().at("learning markov", 1, 1);
        return new MarkovChain(
                new ItemToItem(train, follows, MarkovChain::weight, fitting.workers()));
    }

    private static double weight(int age) {
        return age < LAST ? Math.pow(DECAY, age) : 0;
    }

    private static void count(
            History history, int event, TrainPart train, Matrix follows, double[] met) {
        int first = train.placeOf(history.item(event));
        if (first < 0) {
            return;
        }
        met[first]++;
        int end = Math.min(history.size(), event + 1 + WINDOW);
        for (int later = event + 1; later < end; later++) {
            int second = train.placeOf(history.item(later));
            if (second >= 0) {
                double weight = Math.pow(FADING, later - event - 1);
                add(follows, first, second, weight);
                add(follows, second, first, BACKWARD * weight);
            }
        }
    }

    private static void add(Matrix follows, int first, int second, double weight) {
        follows.set(first, second, (float) (follows.at(first, second) + weight));
    }

    private static void divide(Matrix follows, double[] met) {
        double[] ofFirst = new double[met.length];
        double[] ofSecond = new double[met.length];
        for (int place = 0; place < met.length; place++) {
            ofFirst[place] = Math.pow(met[place] + DAMPING, OF_FIRST);
            ofSecond[place] = Math.pow(met[place] + DAMPING, 1 - OF_FIRST);
        }
        for (int first = 0; first < met.length; first++) {
            for (int second = 0; second < met.length; second++) {
                double scale = ofFirst[first] * ofSecond[second];
                follows.set(first, second, (float) (follows.at(first, second) / scale));
            }
        }
    }

    @Override
    public String name() {
        return "markov";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        relations.scores(people, into);
    }
}
