package org.tandemrec.example;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.tandemrec.recommend.Query;
import org.tandemrec.recommend.RankedItem;
import org.tandemrec.recommend.Recommender;

/** The example of the README, whose lines stand between the two marks. */
final class WhatWouldThisPersonLike {
    private WhatWouldThisPersonLike() {}

    static void print(Path store, PrintStream out) {
        // <example>
        try (Recommender recommender = Recommender.open(store)) {
            Query query =
                    Query.forPerson(Map.of("age", "30", "gender", "F"))
                            .where(Map.of("genre", "Comedy", "year", "1990..1999"))
                            .top(3);
            for (RankedItem item : recommender.recommend(query).items()) {
                out.printf("%d. %s%n", item.rank(), item.title());
            }
        }
        // </example>
    }
}
