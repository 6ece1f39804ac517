package org.tandemrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;

/**
 * A toy world in which order is everything: the items stand in a ring, and everybody takes one
 * after the other, a day apart, beginning anywhere in the half that an attribute tells.
 */
final class Ring {
    static final int USERS = 120;
    static final int ITEMS = 30;
    static final long DAY = 86_400;

    private static final int LONGEST = 12;

    private Ring() {}

    static TrainingData data() {
        return new TrainingData(users(), items(), interactions(), new ValueScale(1, 5, 1));
    }

    static TrainingData withoutValuesAndTimes() {
        EncodedInteractions all = interactions();
        float[] ones = new float[all.size()];
        long[] unknown = new long[all.size()];
        Arrays.fill(ones, 1);
        Arrays.fill(unknown, TimeColumn.MISSING);
        return new TrainingData(
                users(),
                items(),
                new EncodedInteractions(all.users(), all.items(), ones, unknown),
                new ValueScale(1, 1, 1));
    }

    static EncodedTable users() {
        int[] half = IntStream.rangeClosed(0, USERS).map(Ring::half).toArray();
        int[] tags = new int[2 * (USERS + 1)];
        for (int user = 1; user <= USERS; user++) {
            tags[2 * user] = 1 + user % 3;
        }
        return new EncodedTable(
                List.of(
                        ids(USERS),
                        new EncodedField("half", FieldKind.CATEGORY, 3, 1, half),
                        new EncodedField("tags", FieldKind.CATEGORIES, 4, 2, tags)));
    }

    static EncodedTable items() {
        return new EncodedTable(List.of(ids(ITEMS)));
    }

    private static EncodedField ids(int last) {
        int[] codes = IntStream.rangeClosed(0, last).toArray();
        return new EncodedField("id", FieldKind.ID, last + 1, 1, codes);
    }

    /** 0 for the unknown, 1 for those who begin in the first half, 2 for the others. */
    static int half(int user) {
        return user == 0 ? 0 : 1 + user % 2;
    }

    /** The item that follows another. */
    static int after(int item) {
        return item % ITEMS + 1;
    }

    private static EncodedInteractions interactions() {
        SplittableRandom random = new SplittableRandom(5);
        IntStream.Builder users = IntStream.builder();
        IntStream.Builder items = IntStream.builder();
        for (int user = 1; user <= USERS; user++) {
            int length = 1 + random.nextInt(LONGEST);
            int item = 1 + random.nextInt(ITEMS / 2) + (half(user) - 1) * ITEMS / 2;
            for (int event = 0; event < length; event++) {
                users.add(user);
                items.add(item);
                item = after(item);
            }
        }
        int[] owners = users.build().toArray();
        float[] values = new float[owners.length];
        long[] times = new long[owners.length];
        for (int event = 0; event < owners.length; event++) {
            values[event] = 1 + random.nextInt(5);
            times[event] = DAY * event;
        }
        return new EncodedInteractions(owners, items.build().toArray(), values, times);
    }
}
