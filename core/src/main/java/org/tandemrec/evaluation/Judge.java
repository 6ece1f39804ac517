package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.evaluation.metrics.Calibration;
import org.tandemrec.evaluation.metrics.ListMetric;
import org.tandemrec.evaluation.metrics.PerUser;
import org.tandemrec.evaluation.metrics.RankingMetric;
import org.tandemrec.evaluation.metrics.RecommendedLists;
import org.tandemrec.evaluation.metrics.ValueMetric;
import org.tandemrec.evaluation.scorers.Person;
import org.tandemrec.evaluation.scorers.Scorer;
import org.tandemrec.evaluation.scorers.ValuePredictor;

/** Puts all tasks before one recommender and tallies the answers. Used once, by one thread. */
final class Judge {
    private static final int MOST_SCORES = 1 << 22;
    private static final int LARGEST_BLOCK = 256;

    private final Tasks tasks;
    private final Scorer scorer;
    private final EvaluationOptions options;
    private final List<RankingMetric> rankingMetrics;
    private final List<PerUser> rankings;
    private final List<ValueMetric> valueMetrics;
    private final List<PerUser> values;
    private final RecommendedLists lists;
    private final Optional<Calibration> calibration;

    Judge(Tasks tasks, Scorer scorer, EvaluationOptions options) {
        this.tasks = tasks;
        this.scorer = scorer;
        this.options = options;
        this.rankingMetrics = RankingMetric.at(options.cutoffs());
        this.rankings =
                rankingMetrics.stream().map(metric -> PerUser.of(metric, tasks.size())).toList();
        this.valueMetrics = ValueMetric.all();
        this.values =
                valueMetrics.stream().map(metric -> PerUser.of(metric, tasks.size())).toList();
        this.lists = tasks.noLists();
        this.calibration = tasks.noCalibration();
    }

    Tally judge(EvaluationProgress progress) {
        int blockSize = Math.clamp(MOST_SCORES / tasks.catalogueSize(), 1, LARGEST_BLOCK);
        for (int from = 0; from < tasks.size(); from += blockSize) {
            progress.at("judging " + scorer.name(), from, tasks.size());
            List<Task> block = tasks.block(from, blockSize);
            List<Person> people = block.stream().map(Task::person).toList();
            rank(from, block, people);
            scorer.valuePredictor().ifPresent(new Prediction(from, block, people)::add);
        }
        progress.at("judging " + scorer.name(), tasks.size(), tasks.size());
        return tally();
    }

    private void rank(int from, List<Task> block, List<Person> people) {
        float[][] scores = new float[block.size()][tasks.catalogueSize()];
        scorer.scores(people, scores);
        for (int row = 0; row < scores.length; row++) {
            requireNumbers(scores[row]);
            addRanking(from + row, block.get(row), scores[row]);
        }
    }

    private void requireNumbers(float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            if (Float.isNaN(scores[item])) {
                throw new IllegalStateException(
                        "recommender '%s' scored item '%s' with NaN, expected a number"
                                .formatted(scorer.name(), tasks.itemAt(item)));
            }
        }
    }

    private void addRanking(int user, Task task, float[] scores) {
        boolean[] ranked = tasks.rankedFor(task);
        RankedList list = RankedList.of(scores, ranked, task.heldOut(), options.longest());
        int[] top = list.top(options.listLength());
        lists.add(top);
        calibration.ifPresent(kinds -> kinds.add(task.person().history().items(), top));
        list.hits()
                .ifPresent(
                        hits -> {
                            for (int metric = 0; metric < rankings.size(); metric++) {
                                double value = rankingMetrics.get(metric).of(hits);
                                rankings.get(metric).add(user, value, 1);
                            }
                        });
    }

    private Tally tally() {
        List<PerUser> perUser = new ArrayList<>(values);
        perUser.addAll(rankings);
        Map<String, Double> ofLists = new LinkedHashMap<>();
        for (ListMetric metric : ListMetric.all()) {
            metric.of(lists).ifPresent(value -> ofLists.put(metric.name(), value));
        }
        calibration
                .map(Calibration::value)
                .ifPresent(mean -> mean.ifPresent(value -> ofLists.put("calibration", value)));
        ofLists.putAll(ColdLists.of(tasks, scorer, options.listLength()));
        return new Tally(scorer.name(), perUser, ofLists);
    }

    /** The values of one block of tasks; data with a single value has nothing to predict. */
    private final class Prediction {
        private final int from;
        private final List<Task> block;
        private final List<Person> people;

        private Prediction(int from, List<Task> block, List<Person> people) {
            this.from = from;
            this.block = block;
            this.people = people;
        }

        private void add(ValuePredictor predictor) {
            if (tasks.scale().from() == tasks.scale().to()) {
                return;
            }
            int[][] items = new int[block.size()][];
            float[][] predicted = new float[block.size()][];
            for (int row = 0; row < items.length; row++) {
                items[row] = block.get(row).heldOut().items();
                predicted[row] = new float[items[row].length];
            }
            predictor.values(people, items, predicted);
            for (int row = 0; row < items.length; row++) {
                addLosses(from + row, block.get(row), predicted[row]);
            }
        }

        private void addLosses(int user, Task task, float[] predicted) {
            for (int event = 0; event < predicted.length; event++) {
                double clipped = tasks.scale().clip(predicted[event]);
                requireNumber(clipped, task.heldOut().item(event));
                for (int metric = 0; metric < values.size(); metric++) {
                    double actual = task.heldOut().value(event);
                    double loss = valueMetrics.get(metric).loss(clipped, actual);
                    values.get(metric).add(user, loss, 1);
                }
            }
        }

        private void requireNumber(double predicted, int item) {
            if (Double.isNaN(predicted)) {
                throw new IllegalStateException(
                        "recommender '%s' predicted NaN for item '%s', expected a number"
                                .formatted(scorer.name(), tasks.itemAt(item)));
            }
        }
    }
}
