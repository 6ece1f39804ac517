package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

class TrainerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @Test
    void learnsTwoTastesAndBeatsTheMean() {
        TrainedTowers towers = train(Configs.toy());
        assertThat(towers.report().validation().orElseThrow()).isLessThan(0.8);
        assertThat(score(towers, 1, 3)).isGreaterThan(score(towers, 1, 4) + 2);
        assertThat(score(towers, 2, 4)).isGreaterThan(score(towers, 2, 3) + 2);
    }

    private static float score(TrainedTowers towers, int user, int item) {
        Matrix users = towers.userVectors();
        Matrix items = towers.itemVectors();
        return Rows.dot(
                users.values(),
                users.offset(user),
                items.values(),
                items.offset(item),
                users.stride());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void givesTheSameBytesOnAnyNumberOfThreads(int threads) {
        TrainedTowers onOne = train(Configs.toy());
        TrainedTowers onMore = train(Configs.toyOn(threads));
        assertThat(onMore.userTower()).isEqualTo(onOne.userTower());
        assertThat(onMore.itemTower()).isEqualTo(onOne.itemTower());
        assertThat(onMore.report()).isEqualTo(onOne.report());
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertThat(train(Configs.toySeeded(2)).userTower())
                .isNotEqualTo(train(Configs.toySeeded(1)).userTower());
    }

    @Test
    void keepsTheEpochThatWasBestOnTheValidationPart() {
        TrainingReport report = train(Configs.toy()).report();
        double best = report.validation().orElseThrow();
        assertThat(report.epochs())
                .allSatisfy(
                        epoch ->
                                assertThat(epoch.validation().orElseThrow())
                                        .isGreaterThanOrEqualTo(best));
        assertThat(report.trainingInteractions() + report.validationInteractions())
                .isEqualTo(TwoTastes.data().interactions().size());
    }

    @Test
    void withoutAValidationPartTheLastEpochIsKept() {
        TrainingReport report = train(Configs.toyWithValidation(0)).report();
        assertThat(report.validationInteractions()).isZero();
        assertThat(report.validation()).isEmpty();
        assertThat(report.bestEpoch()).isEqualTo(report.epochs().size());
    }

    @Test
    void aRefitTrainsOnEverythingForAsManyEpochsAsWereBest() {
        List<EpochReport> heard = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void epochEnded(EpochReport epoch) {
                        heard.add(epoch);
                    }
                };
        TrainedTowers towers =
                new Trainer(Configs.toyRefitted(), listener, () -> false, CLOCK)
                        .train(TwoTastes.data());
        TrainingReport report = towers.report();
        assertThat(report.epochs()).isEqualTo(train(Configs.toy()).report().epochs());
        assertThat(report.trainingInteractions()).isEqualTo(TwoTastes.data().interactions().size());
        assertThat(heard).hasSize(report.epochs().size() + report.bestEpoch());
        assertThat(heard.getLast().validation()).isEmpty();
        assertThat(score(towers, 1, 3)).isGreaterThan(score(towers, 1, 4) + 2);
    }

    @Test
    void theListenerHearsOfEveryEpoch() {
        List<Integer> epochs = new ArrayList<>();
        List<Progress> steps = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void progressed(Progress progress) {
                        steps.add(progress);
                    }

                    @Override
                    public void epochEnded(EpochReport epoch) {
                        epochs.add(epoch.epoch());
                    }
                };
        TrainedTowers towers =
                new Trainer(Configs.toy(), listener, () -> false, CLOCK).train(TwoTastes.data());
        assertThat(epochs).hasSameSizeAs(towers.report().epochs()).startsWith(1, 2, 3);
        assertThat(steps.getLast().fraction()).isEqualTo(1);
        assertThat(steps).allMatch(step -> step.training() > 0);
    }

    @Test
    void oneInteractionIsEnoughToTrainOn() {
        TrainingData data = TwoTastes.data();
        TrainingData one =
                new TrainingData(
                        data.users(),
                        data.items(),
                        data.interactions().select(new int[] {0}),
                        data.scale());
        TrainedTowers towers =
                new Trainer(Configs.toy(), TrainingListener.silent(), () -> false, CLOCK)
                        .train(one);
        assertThat(towers.report().trainingInteractions()).isOne();
    }

    @Test
    void refusesToTrainOnNothing() {
        TrainingData data = TwoTastes.data();
        assertThatThrownBy(
                        () ->
                                new TrainingData(
                                        data.users(),
                                        data.items(),
                                        data.interactions().select(new int[0]),
                                        data.scale()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there are no interactions to train on, expected at least one");
    }

    @Test
    void stopsBetweenBatchesWhenAsked() {
        AtomicInteger batches = new AtomicInteger();
        Trainer trainer =
                new Trainer(
                        Configs.toy(),
                        TrainingListener.silent(),
                        () -> batches.incrementAndGet() > 4,
                        CLOCK);
        assertThatThrownBy(() -> trainer.train(TwoTastes.data()))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage("training was cancelled in epoch 1; nothing was kept");
    }

    @Test
    void stopsWhereTheNumbersAreNoLongerFinite() {
        TrainingData data = TwoTastes.data();
        data.interactions().values()[7] = Float.NaN;
        assertThatThrownBy(
                        () ->
                                new Trainer(
                                                Configs.toy(),
                                                TrainingListener.silent(),
                                                () -> false,
                                                CLOCK)
                                        .train(data))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "training left the finite numbers in epoch 1; try a lower learning-rate");
    }

    private static TrainedTowers train(TrainingConfig config) {
        return new Trainer(config, TrainingListener.silent(), () -> false, CLOCK)
                .train(TwoTastes.data());
    }
}
