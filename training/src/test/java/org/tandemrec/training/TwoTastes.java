package org.tandemrec.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;

/**
 * A toy world: odd users like odd items and dislike even ones, even users the other way round; a
 * user's taste shows in an attribute, an item's kind in its tag and its title.
 */
final class TwoTastes {
    static final int USERS = 80;
    static final int ITEMS = 40;
    static final ValueScale SCALE = new ValueScale(1, 5, 1);

    private TwoTastes() {}

    static TrainingData data() {
        return new TrainingData(users(), items(), interactions(), SCALE);
    }

    private static EncodedTable users() {
        int[] taste = IntStream.rangeClosed(0, USERS).map(TwoTastes::kind).toArray();
        return new EncodedTable(
                List.of(ids(USERS), new EncodedField("taste", FieldKind.CATEGORY, 3, 1, taste)));
    }

    private static EncodedTable items() {
        int[] tags = new int[2 * (ITEMS + 1)];
        int[] title = new int[3 * (ITEMS + 1)];
        for (int item = 1; item <= ITEMS; item++) {
            tags[2 * item] = kind(item);
            title[3 * item] = 1 + item % 5;
            title[3 * item + 1] = 5 + kind(item);
        }
        return new EncodedTable(
                List.of(
                        ids(ITEMS),
                        new EncodedField("tags", FieldKind.CATEGORIES, 3, 2, tags),
                        new EncodedField("title", FieldKind.TEXT, 8, 3, title)));
    }

    private static EncodedField ids(int last) {
        int[] codes = IntStream.rangeClosed(0, last).toArray();
        return new EncodedField("id", FieldKind.ID, last + 1, 1, codes);
    }

    /** 0 for the unknown, 1 for the odd, 2 for the even. */
    static int kind(int row) {
        return row == 0 ? 0 : 2 - row % 2;
    }

    static EncodedInteractions interactions() {
        SplittableRandom random = new SplittableRandom(3);
        int count = USERS * ITEMS / 2;
        int[] users = new int[count];
        int[] items = new int[count];
        float[] values = new float[count];
        for (int at = 0; at < count; at++) {
            users[at] = 1 + random.nextInt(USERS);
            items[at] = 1 + random.nextInt(ITEMS);
            int liking = kind(users[at]) == kind(items[at]) ? 4 : 1;
            values[at] = liking + random.nextInt(2);
        }
        return new EncodedInteractions(users, items, values, new long[count]);
    }
}
