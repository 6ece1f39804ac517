package org.tandemrec.reading.fetch;

import java.util.List;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;

/**
 * A data set that GroupLens offers.
 *
 * @param name also the name of its zip
 * @param content what is in it
 * @param md5 of the zip, where it is known beforehand; elsewhere the published one is taken
 * @param licence what may be done with it, in one line
 */
public record MovieLensSet(String name, String content, Optional<String> md5, String licence) {
    private static final String RESEARCH =
            "research use only; no redistribution, no commercial use";
    private static final String SHARED =
            "research use only; redistribution under the same terms, no commercial use";
    private static final List<MovieLensSet> ALL =
            List.of(
                    new MovieLensSet(
                            "ml-100k",
                            "100,000 ratings, users with age, gender and occupation (5 MB)",
                            Optional.of("0e33842e24a9c977be4e0107933c0723"),
                            RESEARCH),
                    new MovieLensSet(
                            "ml-1m",
                            "1 million ratings, users with age, gender and occupation (6 MB)",
                            Optional.of("c4d9eecfca2ab87c1945afe126590906"),
                            RESEARCH),
                    new MovieLensSet(
                            "ml-latest-small", "100,000 ratings (1 MB)", Optional.empty(), SHARED),
                    new MovieLensSet(
                            "ml-32m", "32 million ratings (240 MB)", Optional.empty(), SHARED));

    /** All of them, the smallest layout first. */
    public static List<MovieLensSet> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws BadInputException where there is none
     */
    public static MovieLensSet named(String name) {
        List<String> names = ALL.stream().map(MovieLensSet::name).toList();
        return ALL.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "data set is '%s', expected one of %s%s"
                                                .formatted(
                                                        name,
                                                        String.join(", ", names),
                                                        Suggestion.hint(name, names))));
    }

    /** The file name of its zip. */
    public String file() {
        return name + ".zip";
    }
}
