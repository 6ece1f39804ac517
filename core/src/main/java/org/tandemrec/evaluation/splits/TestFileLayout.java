package org.tandemrec.evaluation.splits;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;

/**
 * Which columns of a test file hold what; that says what the file means. A file without header is
 * one of pairs: user and item in its first two columns.
 *
 * @param user the column of user ids
 * @param item the column of item ids
 * @param position the column of places in a user's sequence
 */
record TestFileLayout(OptionalInt user, OptionalInt item, OptionalInt position) {
    /** What a test file holds out. */
    enum Meaning {
        /** These interactions. */
        PAIRS,
        /** All interactions of these users. */
        USERS,
        /** All interactions with these items. */
        ITEMS,
        /** The last of each user's sequence. */
        SEQUENCES
    }

    private static final Set<String> USER = Set.of("user", "userid", "user_id");
    private static final Set<String> ITEM =
            Set.of("item", "itemid", "item_id", "movieid", "movie_id");
    private static final Set<String> POSITION = Set.of("position");

    /** Every name by which a column is known. */
    static final Set<String> NAMES =
            Stream.of(USER, ITEM, POSITION)
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    /** Every name of a column of users. */
    static Set<String> userNames() {
        return USER;
    }

    static TestFileLayout of(DelimitedFile file) {
        if (!file.header().isEmpty()) {
            return new TestFileLayout(
                    column(file.header(), USER),
                    column(file.header(), ITEM),
                    column(file.header(), POSITION));
        }
        if (file.columns() < 2) {
            throw new BadInputException(
                    "%s: one column without a header, expected the header 'user' or 'item' above it"
                            .formatted(file.name()));
        }
        return new TestFileLayout(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty());
    }

    private static OptionalInt column(List<String> header, Set<String> names) {
        return IntStream.range(0, header.size())
                .filter(column -> names.contains(header.get(column)))
                .findFirst();
    }

    Meaning meaning(DelimitedFile file) {
        if (user.isPresent() && item.isPresent()) {
            return position.isPresent() ? Meaning.SEQUENCES : Meaning.PAIRS;
        }
        if (position.isPresent()) {
            throw new BadInputException(
                    "%s: a column 'position' needs the columns 'user' and 'item' beside it"
                            .formatted(file.name()));
        }
        return user.isPresent() ? Meaning.USERS : Meaning.ITEMS;
    }
}
