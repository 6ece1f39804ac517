package org.tandemrec.training;

import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.EventLists;
import org.tandemrec.layers.ValueBasis;

/** Interactions as preset {@code rating} trains on them. */
final class ValuedMeetings {
    private static final int MOST_LEVELS = 64;

    private final EventLists byUser;
    private final EventLists byItem;
    private final int[] twins;
    private final float[] above;
    private final float mean;

    private ValuedMeetings(
            EventLists byUser, EventLists byItem, int[] twins, float[] above, float mean) {
        this.byUser = byUser;
        this.byItem = byItem;
        this.twins = twins;
        this.above = above;
        this.mean = mean;
    }

    static ValuedMeetings of(TrainingData data, ValueBasis basis) {
        EncodedInteractions known = data.interactions();
        int[] levels = new int[known.size()];
        double sum = 0;
        for (int row = 0; row < levels.length; row++) {
            levels[row] = basis.levelOf(known.values()[row]);
            sum += known.values()[row];
        }
        float mean = (float) (sum / Math.max(1, levels.length));
        float[] above = new float[levels.length];
        for (int row = 0; row < levels.length; row++) {
            above[row] = known.values()[row] - mean;
        }
        return new ValuedMeetings(
                EventLists.of(known.users(), known.items(), levels, data.users().rows()),
                EventLists.of(known.items(), known.users(), levels, data.items().rows()),
                Context.twins(known.users(), known.items()),
                above,
                mean);
    }

    /** Interactions between known users and items. */
    static EncodedInteractions known(EncodedInteractions all) {
        return all.select(
                IntStream.range(0, all.size())
                        .filter(row -> all.users()[row] > 0 && all.items()[row] > 0)
                        .toArray());
    }

    /**
     * The basis of a scale's values; of a scale with very many levels, some are taken.
     *
     * @throws BadInputException where there is but one value
     */
    static ValueBasis basis(ValueScale scale, int size) {
        if (scale.from() == scale.to()) {
            throw new BadInputException(
                    "preset rating predicts values, but every interaction of this data has the value %s; take preset taste or next"
                            .formatted(Settings.plain(scale.from())));
        }
        double steps = Math.rint((scale.to() - scale.from()) / scale.step());
        int levels = 1 + (int) Math.clamp(steps, 1, MOST_LEVELS - 1);
        float[] values = new float[levels];
        for (int level = 0; level < levels; level++) {
            values[level] =
                    (float) (scale.from() + level * (scale.to() - scale.from()) / (levels - 1));
        }
        return new ValueBasis(values, size);
    }

    /** As lists of the users. */
    EventLists byUser() {
        return byUser;
    }

    /** The same as lists of the items. */
    EventLists byItem() {
        return byItem;
    }

    /** For each the first one of the same user and item; for reading only. */
    int[] twins() {
        return twins;
    }

    /** The values less their mean; for reading only. */
    float[] above() {
        return above;
    }

    /** The mean of the values. */
    float mean() {
        return mean;
    }
}
