package org.tandemrec.evaluation.scorers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/**
 * The baselines that are learnt for the asking; they take seconds where the quick set takes none.
 */
public enum BaselineKind {
    /** Items like those of the history, by who met them. */
    ITEM_KNN("itemKnn"),
    /** EASE, all of the history alike. */
    EASE("ease"),
    /** EASE, the newest of the history first. */
    EASE_RECENT("easeRecent"),
    /** Factors by alternating least squares. */
    IALS("ials"),
    /** What follows the last items of the history. */
    MARKOV("markov");

    /** All of them. */
    public static final String ALL = "all";

    private final String title;

    BaselineKind(String title) {
        this.title = title;
    }

    /** The name under which its metrics are shown. */
    public String title() {
        return title;
    }

    /** The names there are, for help and messages. */
    public static String names() {
        return Stream.concat(Arrays.stream(values()).map(BaselineKind::title), Stream.of(ALL))
                .collect(Collectors.joining(", "));
    }

    /**
     * The baselines of these names, each once, in the order of this enumeration.
     *
     * @throws BadInputException if a name is not one of {@link #names}
     */
    public static List<BaselineKind> named(List<String> names) {
        names.stream().filter(BaselineKind::isUnknown).findFirst().ifPresent(BaselineKind::refuse);
        return Arrays.stream(values())
                .filter(kind -> names.contains(kind.title) || names.contains(ALL))
                .toList();
    }

    private static boolean isUnknown(String name) {
        return !name.equals(ALL) && Arrays.stream(values()).noneMatch(k -> k.title.equals(name));
    }

    private static void refuse(String name) {
        throw new BadInputException(
                "baseline is '%s', expected some of %s".formatted(name, names()));
    }
}
