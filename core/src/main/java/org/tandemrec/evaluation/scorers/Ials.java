package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.regression.Cholesky;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * Baseline: factors of users and items by alternating least squares on what was met and what was
 * not (Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets, 2008), with
 * the objective of Rendle et al., Revisiting the Performance of iALS, 2021, eq. 2 to 4: {@code sum
 * over met (1 - w_u h_i)^2 + UNOBSERVED sum over all (w_u h_i)^2 + LAMBDA (sum over u of n_u
 * |w_u|^2 + sum over i of n_i |h_i|^2)}, {@code n_u = met by u + UNOBSERVED items}, {@code n_i}
 * likewise. The settings are those published there for MovieLens 1M. A person's factors are solved
 * from their history when they are asked about.
 */
final class Ials implements Scorer {
    private static final int ROWS_PER_TASK = 16;

    private final Settings settings;
    private final Matrix items;
    private final Matrix itemsAsColumns;
    private final Workers workers;

    /** How wide the factors are, and how long and how strictly they are fitted. */
    record Settings(int width, int rounds, float lambda, float unobserved, double deviation) {
        static Settings published() {
            return new Settings(192, 12, 0.007f, 0.3f, 0.1);
        }

        /** The same with narrower factors, which are found sooner. */
        Settings wide(int factors) {
            return new Settings(factors, rounds, lambda, unobserved, deviation);
        }
    }

    private Ials(Settings settings, Matrix items, Workers workers) {
        this.settings = settings;
        this.items = items;
        this.itemsAsColumns = items.transposed();
        this.workers = workers;
    }

    static Ials of(TrainPart train, Settings settings, Fitting fitting) {
        SparseMatrix met = train.metAll();
        SparseMatrix metBy = met.transposed();
        Matrix items = random(met.columns(), settings, fitting.seed());
        for (int round = 0; round < settings.rounds(); round++) {
            fitting.progress().at("learning ials", round, settings.rounds());
            Matrix users = solve(met, items, settings, fitting.workers());
            items = solve(metBy, users, settings, fitting.workers());
        }
        fitting.progress().at("learning ials", settings.rounds(), settings.rounds());
        return new Ials(settings, items, fitting.workers());
    }

    private static Matrix random(int rows, Settings settings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double deviation = settings.deviation() / Math.sqrt(settings.width());
        Matrix factors = Matrix.zeros(rows, settings.width());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < settings.width(); column++) {
                factors.set(row, column, (float) (deviation * random.nextGaussian()));
            }
        }
        return factors;
    }

    /** The best factors of one side, given those of the other. */
    private static Matrix solve(
            SparseMatrix met, Matrix others, Settings settings, Workers workers) {
        Matrix unobserved = weightedGram(others, settings, workers);
        Matrix factors = Matrix.zeros(met.rows(), settings.width());
        workers.forRanges(
                met.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        solve(met, row, others, unobserved, settings, factors);
                    }
                });
        return factors;
    }

    private static Matrix weightedGram(Matrix others, Settings settings, Workers workers) {
        Matrix weighted = others.copy();
        float[] values = weighted.values();
        for (int place = 0; place < values.length; place++) {
            values[place] *= settings.unobserved();
        }
        Matrix gram = Matrix.zeros(others.columns(), others.columns());
        MatrixProduct.addTransposed(weighted, others, gram, workers);
        return gram;
    }

    private static void solve(
            SparseMatrix met,
            int row,
            Matrix others,
            Matrix unobserved,
            Settings settings,
            Matrix factors) {
        int from = met.start(row);
        int count = met.start(row + 1) - from;
        if (count == 0) {
            return;
        }
        Matrix chosen = Matrix.zeros(count, others.columns());
        float[] sums = new float[others.columns()];
        for (int cell = 0; cell < count; cell++) {
            int offset = others.offset(met.column(from + cell));
            System.arraycopy(
                    others.values(), offset, chosen.values(), chosen.offset(cell), sums.length);
            for (int column = 0; column < sums.length; column++) {
                sums[column] += others.values()[offset + column];
            }
        }
        float[] solution =
                Cholesky.of(system(chosen, others.rows(), unobserved, settings)).solve(sums);
        System.arraycopy(solution, 0, factors.values(), factors.offset(row), solution.length);
    }

    private static Matrix system(Matrix chosen, int others, Matrix unobserved, Settings settings) {
        Matrix system = unobserved.copy();
        try (Workers alone = Workers.of(1)) {
            MatrixProduct.addTransposed(chosen, chosen, system, alone);
        }
        float penalty = settings.lambda() * (chosen.rows() + settings.unobserved() * others);
        for (int row = 0; row < system.rows(); row++) {
            system.set(row, row, system.at(row, row) + penalty);
        }
        return system;
    }

    @Override
    public String name() {
        return "ials";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        List<History> histories = people.stream().map(Person::history).toList();
        Matrix factors = solve(TrainPart.met(histories, items.rows()), items, settings, workers);
        Matrix scores = Matrix.zeros(people.size(), items.rows());
        MatrixProduct.add(factors, itemsAsColumns, scores, workers);
        for (int row = 0; row < into.length; row++) {
            System.arraycopy(scores.values(), scores.offset(row), into[row], 0, items.rows());
        }
    }
}
