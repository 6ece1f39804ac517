package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.evaluation.metrics.Bootstrap;
import org.tandemrec.evaluation.metrics.PerUser;
import org.tandemrec.evaluation.scorers.Scorer;
import org.tandemrec.evaluation.splits.Split;

/**
 * The front door: judges a recommender that has learnt the train part of a split, with baselines
 * beside it.
 *
 * <pre>{@code
 * Split split = SplitPlan.parse("last").split(dataset, seed);
 * Scorer scorer = ... // learns split.train()
 * EvaluationResult result = Evaluation.judge(split, scorer,
 *         Baselines.of(split.train()), EvaluationOptions.defaults(), EvaluationProgress.silent());
 * }</pre>
 *
 * <p>Ranking metrics are means over the users with a held-out interaction; all of these
 * interactions count as relevant, whatever their value. What a user has met is not ranked, unless
 * the split gives candidates. The same split, recommender and options give the same result.
 */
public final class Evaluation {
    private static final String REQUEST_TIME =
            "each request knows its own time: for a list that of the user's first held-out"
                    + " interaction, for a value that of the interaction itself";

    private Evaluation() {}

    /**
     * Judges a recommender and the baselines beside it.
     *
     * @throws IllegalStateException if one of them answers with {@code NaN}
     */
    public static EvaluationResult judge(
            Split split,
            Scorer scorer,
            List<Scorer> baselines,
            EvaluationOptions options,
            EvaluationProgress progress) {
        Tasks tasks = Tasks.of(split, options.requestTime());
        List<Tally> tallies =
                Stream.concat(Stream.of(scorer), baselines.stream())
                        .map(one -> new Judge(tasks, one, options).judge(progress))
                        .toList();
        progress.at("intervals", 0, 1);
        Bootstrap bootstrap = bootstrap(tallies, options);
        List<Judgement> judgements =
                tallies.stream().map(tally -> tally.judgement(bootstrap)).toList();
        progress.at("intervals", 1, 1);
        EvaluationResult result =
                new EvaluationResult(
                        split.name(),
                        split.kind(),
                        split.meaning(),
                        tasks.size(),
                        split.heldOut().size(),
                        tasks.rankableItems(),
                        options.listLength(),
                        judgements.getFirst(),
                        judgements.subList(1, judgements.size()),
                        comparisons(tallies, bootstrap),
                        HistoryGroups.of(tasks.historySizes(), tallies),
                        List.of(),
                        notices(split, options));
        return result.warning(Warnings.of(result));
    }

    private static List<String> notices(Split split, EvaluationOptions options) {
        return options.requestTime()
                ? Stream.concat(split.notices().stream(), Stream.of(REQUEST_TIME)).toList()
                : split.notices();
    }

    private static Bootstrap bootstrap(List<Tally> tallies, EvaluationOptions options) {
        List<PerUser> metrics = tallies.stream().flatMap(t -> t.perUser().stream()).toList();
        return Bootstrap.of(metrics, options.resamples(), options.seed());
    }

    private static List<Comparison> comparisons(List<Tally> tallies, Bootstrap bootstrap) {
        List<Comparison> comparisons = new ArrayList<>();
        for (PerUser metric : tallies.getFirst().perUser()) {
            best(metric, tallies.subList(1, tallies.size()))
                    .filter(best -> Double.isFinite(metric.value()))
                    .ifPresent(best -> comparisons.add(comparison(metric, best, bootstrap)));
        }
        return comparisons;
    }

    private static Optional<Tally> best(PerUser metric, List<Tally> baselines) {
        double sign = metric.higherIsBetter() ? -1 : 1;
        return baselines.stream()
                .filter(baseline -> baseline.metric(metric.name()).isPresent())
                .min(Comparator.comparingDouble(b -> sign * value(b, metric.name())));
    }

    private static double value(Tally baseline, String metric) {
        return baseline.metric(metric).orElseThrow().value();
    }

    private static Comparison comparison(PerUser metric, Tally best, Bootstrap bootstrap) {
        PerUser beside = best.metric(metric.name()).orElseThrow();
        return new Comparison(
                metric.name(),
                best.name(),
                metric.value() - beside.value(),
                metric.higherIsBetter(),
                bootstrap.difference(metric, beside));
    }
}
