package org.tandemrec.reading.sample;

import java.util.Arrays;
import java.util.List;

/**
 * The planted tastes: what each gender, age and occupation likes more and less than others do. A
 * model that reads these attributes can find them, and only then.
 */
final class Tastes {
    static final List<String> GENRES =
            List.of(
                    "Action",
                    "Adventure",
                    "Animation",
                    "Children's",
                    "Comedy",
                    "Crime",
                    "Documentary",
                    "Drama",
                    "Fantasy",
                    "Film-Noir",
                    "Horror",
                    "Musical",
                    "Mystery",
                    "Romance",
                    "Sci-Fi",
                    "Thriller",
                    "War",
                    "Western");

    private static final double STRONG = 0.9;
    private static final double MILD = 0.6;

    private static final String[] LIKED_BY_GENDER = {
        "Romance Musical Drama Children's", "Action Sci-Fi War Thriller"
    };
    private static final String[] DISLIKED_BY_GENDER = {"War Action Horror", "Romance Musical"};
    private static final String[] LIKED_BY_AGE = {
        "Animation Children's Fantasy",
        "Horror Comedy Action",
        "Sci-Fi Thriller Comedy",
        "Crime Thriller Adventure",
        "Drama Mystery Romance",
        "Musical Documentary Mystery",
        "Western War Film-Noir"
    };
    private static final String[] DISLIKED_BY_AGE = {
        "Film-Noir War Documentary",
        "Western Musical Film-Noir",
        "Western Children's",
        "Animation Horror",
        "Horror Animation",
        "Horror Sci-Fi",
        "Horror Sci-Fi Animation"
    };
    private static final String[] LIKED_BY_OCCUPATION = {
        "Adventure Comedy",
        "Documentary Drama",
        "Film-Noir Animation",
        "Romance Comedy",
        "Comedy Horror",
        "Mystery Comedy",
        "Drama Documentary",
        "Thriller Crime",
        "Western Adventure",
        "Romance Children's",
        "Animation Fantasy",
        "Crime Mystery",
        "Sci-Fi Fantasy",
        "War Western",
        "Action Comedy",
        "Sci-Fi Documentary",
        "Adventure Western",
        "Sci-Fi Action",
        "Action War",
        "Horror Fantasy",
        "Film-Noir Mystery"
    };
    private static final String[] DISLIKED_BY_OCCUPATION = {
        "Documentary",
        "Horror",
        "Action",
        "Western",
        "Musical",
        "War",
        "Fantasy",
        "Children's",
        "Sci-Fi",
        "Thriller",
        "Drama",
        "Fantasy",
        "Romance",
        "Horror",
        "Documentary",
        "Romance",
        "Musical",
        "Musical",
        "Film-Noir",
        "Documentary",
        "Action"
    };

    private Tastes() {}

    /**
     * How much more than others a group likes each genre, in stars.
     *
     * @param gender 0 for F, 1 for M
     * @param age one of the seven groups, from the youngest
     * @param occupation a code from 0 to 20
     */
    static double[] of(int gender, int age, int occupation) {
        double[] taste = new double[GENRES.size()];
        add(taste, LIKED_BY_GENDER[gender], MILD);
        add(taste, DISLIKED_BY_GENDER[gender], -MILD);
        add(taste, LIKED_BY_AGE[age], STRONG);
        add(taste, DISLIKED_BY_AGE[age], -MILD);
        add(taste, LIKED_BY_OCCUPATION[occupation], STRONG);
        add(taste, DISLIKED_BY_OCCUPATION[occupation], -STRONG);
        return taste;
    }

    private static void add(double[] taste, String genres, double stars) {
        Arrays.stream(genres.split(" ", -1))
                .forEach(genre -> taste[GENRES.indexOf(genre)] += stars);
    }
}
