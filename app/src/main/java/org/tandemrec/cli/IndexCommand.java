package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.embeddings.VectorTable;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.IndexCheck;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.CatalogueIndex;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tandem index}: the active bundle's item vectors into an index. */
@Command(
        name = "index",
        description = "Embed all items of the active bundle and put their vectors into an index.",
        footer = {
            "",
            "Examples:",
            "  tandem index",
            "  tandem index --index lucene",
            "  tandem index --check --json",
            "  tandem index --index milvus --uri http://127.0.0.1:19530",
            "  tandem index --index milvus --uri http://127.0.0.1:19530 --list",
            "  tandem index --size --items 50000000 --dimension 128"
        })
final class IndexCommand implements Callable<Integer> {
    private static final int MOST_QUERIES = 1000;

    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private IndexOptions place = new IndexOptions();

    @ArgGroup private IndexTask task = new IndexTask();

    @Override
    public Integer call() {
        Console console = output.console();
        if (task.sizing().isAsked()) {
            SizingTable.show(console, task.sizing().sizes());
        } else if (task.collections().isAsked()) {
            lookAfter(console, place.milvus());
        } else {
            build(console, store.store());
        }
        return Tandem.DONE;
    }

    private void lookAfter(Console console, MilvusOptions options) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
            task.collections()
                    .carryOut(
                            new ServerCollections(
                                    console,
                                    store.store(),
                                    options,
                                    milvus,
                                    InstantSource.system()));
        }
    }

    private void build(Console console, ModelStore models) {
        ModelBundle bundle = models.openActive();
        try (Embedder embedder = new Embedder(bundle);
                VectorIndex index = index(models, bundle, embedder, console)) {
            if (task.isCheck()) {
                report(console, compare(index, bundle, embedder));
            } else {
                report(console, bundle, index);
            }
        }
    }

    private VectorIndex index(
            ModelStore models, ModelBundle bundle, Embedder embedder, Console console) {
        Opening opening = new Opening(models, place.place(models), console);
        return task.isCheck()
                ? opening.index(bundle, embedder)
                : opening.rebuiltIndex(bundle, embedder);
    }

    private static IndexCheck compare(VectorIndex index, ModelBundle bundle, Embedder embedder) {
        try (VectorIndex exact = CatalogueIndex.exact(bundle, embedder)) {
            return IndexCheck.of(index, exact, queries(embedder));
        }
    }

    /** Vectors of at most a thousand users, evenly spread over all of them. */
    private static List<DenseVector> queries(Embedder embedder) {
        VectorTable users = embedder.knownUsers();
        int queries = Math.min(MOST_QUERIES, users.size());
        List<DenseVector> chosen = new ArrayList<>(queries);
        for (int query = 0; query < queries; query++) {
            int place = (int) ((long) query * users.size() / queries);
            chosen.add(DenseVector.of(users.at(place)));
        }
        return chosen;
    }

    private static void report(Console console, IndexCheck check) {
        if (console.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("index", check.index());
            document.put("recall@10", check.recallAt10());
            document.put("p50Micros", check.p50Micros());
            document.put("p99Micros", check.p99Micros());
            document.put("bytes", check.bytes());
            console.answer(document);
            return;
        }
        console.answer(
                String.format(
                        Locale.ROOT,
                        "%s index: recall@10 %.4f, median %.1f us, p99 %.1f us, %,d bytes",
                        check.index(),
                        check.recallAt10(),
                        check.p50Micros(),
                        check.p99Micros(),
                        check.bytes()));
    }

    private static void report(Console console, ModelBundle bundle, VectorIndex index) {
        if (console.json()) {
            console.answer(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("index", index.kind())
                            .put("bundle", bundle.id())
                            .put("items", index.count())
                            .put("bytes", index.bytes()));
            return;
        }
        console.answer(
                "%s index of bundle %s: %,d items, %,d bytes"
                        .formatted(index.kind(), bundle.id(), index.count(), index.bytes()));
    }
}
