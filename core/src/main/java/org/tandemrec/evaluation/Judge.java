package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
            int first = from;
            List<Task> block = tasks.block(from, blockSize);
            rank(from, block);
            scorer.valuePredictor().ifPresent(one -> predict(first, block, one));
        }
        progress.at("judging " + scorer.name(), tasks.size(), tasks.size());
        return tally();
    }

    private void rank(int from, List<Task> block) {
        List<Person> people = block.stream().map(Task::person).toList();
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

    /** What is asked of a task's person about some of the held-out events, at one moment. */
    private record Question(int user, Task task, Person person, List<Integer> events) {
        int[] items() {
            return events.stream().mapToInt(task.heldOut()::item).toArray();
        }
    }

    /** The values of one block of tasks; data with a single value has nothing to predict. */
    private void predict(int from, List<Task> block, ValuePredictor predictor) {
        if (tasks.scale().from() == tasks.scale().to()) {
            return;
        }
        List<Question> questions = new ArrayList<>();
        for (int row = 0; row < block.size(); row++) {
            questions.addAll(questions(from + row, block.get(row)));
        }
        for (int at = 0; at < questions.size(); at += block.size()) {
            ask(questions.subList(at, Math.min(at + block.size(), questions.size())), predictor);
        }
    }

    /** One question, or one for every moment where requests know theirs. */
    private List<Question> questions(int user, Task task) {
        List<Integer> events = IntStream.range(0, task.heldOut().size()).boxed().toList();
        if (!options.requestTime()) {
            return List.of(new Question(user, task, task.person(), events));
        }
        Map<OptionalLong, List<Integer>> moments = new LinkedHashMap<>();
        events.forEach(
                event ->
                        moments.computeIfAbsent(task.heldOut().time(event), _ -> new ArrayList<>())
                                .add(event));
        return moments.entrySet().stream()
                .map(
                        moment ->
                                new Question(
                                        user,
                                        task,
                                        task.person().at(moment.getKey()),
                                        moment.getValue()))
                .toList();
    }

    private void ask(List<Question> questions, ValuePredictor predictor) {
        int[][] items = new int[questions.size()][];
        float[][] predicted = new float[questions.size()][];
        for (int row = 0; row < items.length; row++) {
            items[row] = questions.get(row).items();
            predicted[row] = new float[items[row].length];
        }
        predictor.values(questions.stream().map(Question::person).toList(), items, predicted);
        for (int row = 0; row < items.length; row++) {
            addLosses(questions.get(row), predicted[row]);
        }
    }

    private void addLosses(Question question, float[] predicted) {
        for (int at = 0; at < predicted.length; at++) {
            int event = question.events().get(at);
            double clipped = tasks.scale().clip(predicted[at]);
            requireNumber(clipped, question.task().heldOut().item(event));
            for (int metric = 0; metric < values.size(); metric++) {
                double actual = question.task().heldOut().value(event);
                double loss = valueMetrics.get(metric).loss(clipped, actual);
                values.get(metric).add(question.user(), loss, 1);
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
