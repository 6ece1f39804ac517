package org.tandemrec.recommend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;
import org.tandemrec.data.BadInputException;

/**
 * What is asked for: whom the list is for, and what may stand in it. All parts are as people write
 * them; they are read against the bundle that answers. Immutable; each method gives a new query.
 *
 * @param user the id of a known user
 * @param person what the person says of themselves, by field name: {@code age = 30}
 * @param liked ids of items the person likes; their order does not count
 * @param met ids of items the person met, in their order, the last one last; they come after what
 *     is known of a known user, and are read as liked
 * @param moment when it is asked, in seconds since 1970; where absent, no moment is read
 * @param where what an item must be, by field name: {@code genres = Comedy, year = 1990..1999}
 * @param exclude ids of items not wanted
 * @param among ids of the only items wanted; empty where any item may come
 * @param count how many items are wanted, at least 1
 * @param diversity from 0, the items that suit best, to 1, items that are as unlike as can be
 */
public record Query(
        Optional<String> user,
        Map<String, String> person,
        SequencedSet<String> liked,
        List<String> met,
        OptionalLong moment,
        Map<String, String> where,
        Set<String> exclude,
        Set<String> among,
        int count,
        double diversity) {
    private static final int USUAL_COUNT = 5;

    public Query {
        person = Collections.unmodifiableMap(new LinkedHashMap<>(person));
        liked = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(liked));
        met = List.copyOf(met);
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        exclude = Set.copyOf(exclude);
        among = Set.copyOf(among);
        if (count < 1) {
            throw new BadInputException("k is %d, expected at least 1".formatted(count));
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new BadInputException(
                    "diversity is %s, expected a number from 0 to 1".formatted(diversity));
        }
    }

    /** Five items for somebody of whom nothing is known. */
    public static Query forAnyone() {
        return new Query(
                Optional.empty(),
                Map.of(),
                new LinkedHashSet<>(),
                List.of(),
                OptionalLong.empty(),
                Map.of(),
                Set.of(),
                Set.of(),
                USUAL_COUNT,
                0);
    }

    /** Five items for a person who says this of themselves, by field name. */
    public static Query forPerson(Map<String, String> person) {
        Query query = forAnyone();
        return new Query(
                query.user,
                person,
                query.liked,
                query.met,
                query.moment,
                query.where,
                query.exclude,
                query.among,
                query.count,
                query.diversity);
    }

    /** Five items for a known user. */
    public static Query forUser(String id) {
        return forAnyone().user(id);
    }

    public Query user(String id) {
        return new Query(
                Optional.of(id),
                person,
                liked,
                met,
                moment,
                where,
                exclude,
                among,
                count,
                diversity);
    }

    public Query liked(List<String> ids) {
        return new Query(
                user,
                person,
                new LinkedHashSet<>(ids),
                met,
                moment,
                where,
                exclude,
                among,
                count,
                diversity);
    }

    public Query met(List<String> ids) {
        return new Query(user, person, liked, ids, moment, where, exclude, among, count, diversity);
    }

    /** The same, asked at a moment in seconds since 1970. */
    public Query at(long seconds) {
        OptionalLong then = OptionalLong.of(seconds);
        return new Query(user, person, liked, met, then, where, exclude, among, count, diversity);
    }

    public Query where(Map<String, String> fields) {
        return new Query(
                user, person, liked, met, moment, fields, exclude, among, count, diversity);
    }

    public Query exclude(Set<String> ids) {
        return new Query(user, person, liked, met, moment, where, ids, among, count, diversity);
    }

    public Query among(Set<String> ids) {
        return new Query(user, person, liked, met, moment, where, exclude, ids, count, diversity);
    }

    public Query top(int k) {
        return new Query(user, person, liked, met, moment, where, exclude, among, k, diversity);
    }

    /** The same, with items that are less alike the higher the number, from 0 to 1. */
    public Query diverse(double number) {
        return new Query(user, person, liked, met, moment, where, exclude, among, count, number);
    }
}
