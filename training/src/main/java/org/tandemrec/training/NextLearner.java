package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.Candidates;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.GradientNorm;
import org.tandemrec.layers.ItemSoftmax;
import org.tandemrec.layers.MovingAverage;
import org.tandemrec.layers.WarmUp;
import org.tandemrec.towers.EventBatch;
import org.tandemrec.towers.HistoryEncoder;
import org.tandemrec.towers.ValueLevels;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * The encoder of preset {@code next}, trained to tell every event from those before it. A batch is
 * cut into shards, as many as threads can share at most; their gradients are added up in order.
 */
final class NextLearner implements Learner {
    /** Shards of a batch. */
    static final int SHARDS = 4;

    private static final double LONGEST_GRADIENT = 1;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.98;
    private static final double ATTRIBUTES_HIDDEN = 0.1;

    private final SequenceLearning plan;
    private final NextSequences sequences;
    private final NextBatches batches;
    private final Candidates candidates;
    private final NextValidation validation;
    private final Workers workers;
    private final Workers alone = Workers.of(1);
    private final List<NextShard> shards = new ArrayList<>();
    private final List<List<DenseParameter>> parameters = new ArrayList<>();
    private final MovingAverage average;
    private final WarmUp rates;
    private final Adam adam;
    private final SplittableRandom random;
    private int steps;

    /**
     * A learner before its first step.
     *
     * @param encoder with room for a shard's rows
     */
    NextLearner(
            SequenceLearning plan,
            NextSequences sequences,
            NextBatches batches,
            HistoryEncoder encoder,
            EncodedTable people,
            ValueLevels levels,
            Candidates candidates,
            Workers workers) {
        this.plan = plan;
        this.sequences = sequences;
        this.batches = batches;
        this.candidates = candidates;
        this.workers = workers;
        for (int shard = 0; shard < SHARDS; shard++) {
            add(shard == 0 ? encoder : encoder.sharing(), people, levels);
        }
        this.validation =
                new NextValidation(sequences, encoder, people, levels, candidates, workers);
        this.average = new MovingAverage(encoder.parameters(), plan.average());
        this.rates =
                new WarmUp(plan.learningRate(), Math.multiplyExact(plan.epochs(), batches.count()));
        this.adam = new Adam(0, FIRST_DECAY, SECOND_DECAY);
        this.random = new SplittableRandom(plan.seed());
    }

    /** How many rows a shard has at most: its share of a batch, uneven by a sequence. */
    static int rowsOfShard(int rowsOfBatch, int longest) {
        int ofSequence = longest + 1;
        return Math.ceilDiv(rowsOfBatch + ofSequence, SHARDS) + ofSequence;
    }

    private void add(HistoryEncoder encoder, EncodedTable people, ValueLevels levels) {
        int rows = encoder.capacity();
        shards.add(
                new NextShard(
                        encoder,
                        new EventBatch(people, levels, rows),
                        sequences.targets(rows),
                        new ItemSoftmax(candidates, encoder.width())));
        parameters.add(encoder.parameters().stream().map(DenseParameter.class::cast).toList());
    }

    @Override
    public Objective objective() {
        return Objective.RANKING;
    }

    @Override
    public int steps() {
        return batches.count();
    }

    @Override
    public void startEpoch() {
        batches.shuffle(random);
    }

    @Override
    public StepLoss step(int number) {
        int targets = deal(batches.batch(number));
        candidates.draw(parameters.getFirst().getFirst().values(), random.split());
        double losses = backward(1f / Math.max(1, targets));
        gather();
        GradientNorm.limit(parameters.getFirst(), LONGEST_GRADIENT);
        adam.nextStep(rates.rateAt(steps++));
        parameters.getFirst().forEach(parameter -> parameter.update(adam, workers));
        average.add();
        return new StepLoss(losses, targets);
    }

    /** Every sequence goes to the shard that has the fewest rows; returns the targets of all. */
    private int deal(int[] users) {
        shards.forEach(NextShard::clear);
        for (int user : users) {
            NextShard fewest = shards.getFirst();
            for (NextShard shard : shards) {
                fewest = shard.rows() < fewest.rows() ? shard : fewest;
            }
            fewest.add(sequences, user, plan.timeless(), hidden(), random);
        }
        return shards.stream().mapToInt(NextShard::targets).sum();
    }

    private long hidden() {
        long hidden = 0;
        for (int attribute = 0; attribute < Long.SIZE; attribute++) {
            hidden |= random.nextDouble() < ATTRIBUTES_HIDDEN ? 1L << attribute : 0;
        }
        return hidden;
    }

    private double backward(float weight) {
        double[] losses = new double[SHARDS];
        long[] seeds = random.longs(SHARDS).toArray();
        workers.forRanges(
                SHARDS,
                1,
                (from, to) -> {
                    for (int shard = from; shard < to; shard++) {
                        losses[shard] =
                                shards.get(shard).backward(candidates, weight, seeds[shard], alone);
                    }
                });
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** Adds the gradients of all shards to those of the first. */
    private void gather() {
        for (List<DenseParameter> others : parameters.subList(1, SHARDS)) {
            for (int at = 0; at < others.size(); at++) {
                move(others.get(at).gradient(), parameters.getFirst().get(at).gradient());
            }
        }
    }

    private static void move(Matrix from, Matrix to) {
        for (int row = 0; row < from.rows(); row++) {
            int offset = from.offset(row);
            Rows.addScaled(to.values(), offset, 1, from.values(), offset, from.stride());
        }
        from.clear();
    }

    /** nDCG@10 of the mean of the parameters over the last steps. */
    @Override
    public OptionalDouble validation() {
        average.exchange();
        OptionalDouble found = validation.ndcg();
        average.exchange();
        return found;
    }

    /** The means of the parameters: those are what a training is for. */
    @Override
    public List<Matrix> values() {
        average.exchange();
        List<Matrix> values =
                parameters.getFirst().stream().map(parameter -> parameter.values().copy()).toList();
        average.exchange();
        return values;
    }

    /** Puts the means in the place of the parameters, once training is over. */
    void settle() {
        restore(values());
    }

    @Override
    public void restore(List<Matrix> values) {
        for (int at = 0; at < values.size(); at++) {
            parameters.getFirst().get(at).values().copyFrom(values.get(at));
        }
    }
}
