package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandemrec.data.BadInputException;
import org.tandemrec.milvus.MilvusCollection;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelStore;

/** The collections of one index on a Milvus server: listed, and removed when nobody needs them. */
final class ServerCollections {
    private final Console console;
    private final ModelStore store;
    private final MilvusOptions options;
    private final MilvusIndexes milvus;
    private final InstantSource clock;

    /**
     * The collections under the name of the options.
     *
     * @param store the bundles whose collections are needed
     * @param milvus connected with the options; stays the caller's
     */
    ServerCollections(
            Console console,
            ModelStore store,
            MilvusOptions options,
            MilvusIndexes milvus,
            InstantSource clock) {
        this.console = console;
        this.store = store;
        this.options = options;
        this.milvus = milvus;
        this.clock = clock;
    }

    /** Shows all collections, and which of them nobody needs. */
    void list() {
        Set<String> kept = bundles();
        List<MilvusCollection> found = milvus.list();
        if (console.json()) {
            console.answer(json("collections", found, kept));
            return;
        }
        if (found.isEmpty()) {
            console.answer("no collections of index '%s' on Milvus at %s".formatted(name(), at()));
            return;
        }
        console.answer(table(found, kept));
        long unneeded = found.stream().filter(one -> one.isUnneeded(kept)).count();
        if (unneeded > 0) {
            console.message(
                    "%d of %d are not needed; 'tandem index --prune' removes them"
                            .formatted(unneeded, found.size()));
        }
    }

    /** Removes what was replaced, cut off, or belongs to no bundle of the store, if old enough. */
    void prune(Duration age) {
        if (age.isNegative()) {
            throw new BadInputException(
                    "--older-than is %d, expected at least 0".formatted(age.toMinutes()));
        }
        Set<String> kept = bundles();
        if (kept.isEmpty()) {
            throw new BadInputException(
                    "%s has no bundles, so that no collection would be needed; give the right --store, or remove them one by one with --drop NAME"
                            .formatted(store.folder()));
        }
        report(milvus.prune(kept, clock.instant().minus(age)), kept);
        long young = milvus.list().stream().filter(one -> one.isUnneeded(kept)).count();
        if (young > 0) {
            console.message(
                    "%d more are not needed, but younger than %d minutes; '--older-than 0' takes them too, if nothing is loading"
                            .formatted(young, age.toMinutes()));
        }
    }

    /**
     * Removes a collection.
     *
     * @throws BadInputException for the active one
     */
    void drop(String collection) {
        if (isActive(collection)) {
            throw new BadInputException(
                    "collection %s is the active one of index '%s', which programs search; activate another bundle first, or add --force"
                            .formatted(collection, name()));
        }
        dropEvenActive(collection);
    }

    /** Removes a collection, and says so where it was the active one. */
    void dropEvenActive(String collection) {
        boolean active = isActive(collection);
        List<MilvusCollection> removed =
                milvus.list().stream().filter(one -> one.collection().equals(collection)).toList();
        milvus.drop(collection);
        report(removed, bundles());
        if (active) {
            console.warning(
                    "that was the active collection of index '%s'; nothing answers until 'tandem index' or 'tandem models activate'"
                            .formatted(name()));
        }
    }

    private boolean isActive(String collection) {
        return milvus.list().stream()
                .filter(one -> one.state() == MilvusCollection.State.ACTIVE)
                .anyMatch(one -> one.collection().equals(collection));
    }

    private Set<String> bundles() {
        return store.list().stream().map(Manifest::id).collect(Collectors.toUnmodifiableSet());
    }

    private String name() {
        return options.name();
    }

    private String at() {
        return options.server().toString();
    }

    private void report(List<MilvusCollection> removed, Set<String> kept) {
        if (console.json()) {
            console.answer(json("removed", removed, kept));
            return;
        }
        if (removed.isEmpty()) {
            console.answer("nothing to remove");
        }
        removed.forEach(
                one ->
                        console.answer(
                                "removed %s (%s, bundle %s)"
                                        .formatted(one.collection(), state(one), one.version())));
    }

    private static String table(List<MilvusCollection> found, Set<String> kept) {
        TextTable table =
                new TextTable(
                        "", "collection", "bundle", "in the store", "state", "made", "needed");
        for (MilvusCollection one : found) {
            table.add(
                    List.of(
                            one.state() == MilvusCollection.State.ACTIVE ? "*" : " ",
                            one.collection(),
                            one.version(),
                            kept.contains(one.version()) ? "yes" : "no",
                            state(one),
                            one.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                            one.isUnneeded(kept) ? "no" : "yes"));
        }
        return table.toString();
    }

    private ObjectNode json(String part, List<MilvusCollection> found, Set<String> kept) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("server", at());
        document.put("name", name());
        ArrayNode rows = document.putArray(part);
        for (MilvusCollection one : found) {
            rows.addObject()
                    .put("collection", one.collection())
                    .put("bundle", one.version())
                    .put("inStore", kept.contains(one.version()))
                    .put("dimension", one.dimension())
                    .put("state", state(one))
                    .put("created", one.created().toString())
                    .put("needed", !one.isUnneeded(kept));
        }
        return document;
    }

    private static String state(MilvusCollection one) {
        return one.state().name().toLowerCase(Locale.ROOT);
    }
}
