package org.tandemrec.reading.sample;

/** One invented user, drawn from a stream of their own. */
final class Person {
    private static final int[] AGE_CODES = {1, 18, 25, 35, 45, 50, 56};
    private static final double[] AGES = {0.04, 0.18, 0.35, 0.20, 0.09, 0.08, 0.06};
    private static final double WOMEN = 0.35;
    private static final int OCCUPATIONS = 21;
    private static final double OWN_TASTE = 0.35;
    private static final double HIDDEN_TASTE = 0.28;
    private static final double MILDNESS = 0.4;

    private final int gender;
    private final int age;
    private final int occupation;
    private final int zip;
    private final double[] taste;
    private final double[] hiddenTaste;
    private final double mildness;

    Person(Dice dice) {
        gender = dice.fraction() < WOMEN ? 0 : 1;
        age = dice.among(AGES);
        occupation = dice.below(OCCUPATIONS);
        zip = dice.below(100_000);
        taste = Tastes.of(gender, age, occupation);
        for (int genre = 0; genre < taste.length; genre++) {
            taste[genre] += OWN_TASTE * dice.normal();
        }
        hiddenTaste = new double[Catalogue.HIDDEN];
        for (int property = 0; property < hiddenTaste.length; property++) {
            hiddenTaste[property] = HIDDEN_TASTE * dice.normal();
        }
        mildness = MILDNESS * dice.normal();
    }

    /** How many stars more than others they give to whatever it is. */
    double mildness() {
        return mildness;
    }

    /** How many stars more than an average item they would give to this one. */
    double liking(Catalogue items, int item) {
        return items.quality(item) + items.fit(item, taste) + items.hiddenFit(item, hiddenTaste);
    }

    /** Their line in {@code users.dat}. */
    String line(int number) {
        return "%d::%s::%d::%d::%05d"
                .formatted(number, gender == 0 ? "F" : "M", AGE_CODES[age], occupation, zip);
    }
}
