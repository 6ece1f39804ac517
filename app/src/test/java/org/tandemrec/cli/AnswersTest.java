package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the answering commands print, and how they refuse. */
@ExtendWith(TrainedStore.class)
class AnswersTest {
    private final Path store;
    @TempDir private Path folder = Path.of("");

    AnswersTest(TrainedStore.Place place) {
        this.store = place.store();
    }

    @Test
    void aColdPersonGetsAListThatSaysHowTheyWereRead() {
        CommandRun run = recommend("-a", "30", "-g", "f", "-j", "Programmer", "-k", "7");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("age 30 is 25-34", "gender f is female", "programmer");
        assertThat(run.out().lines().filter(line -> line.matches(" *\\d+ +\\d+ .*"))).hasSize(7);
    }

    @Test
    void jsonHasTheNamesThatScriptsRelyOn() throws Exception {
        CommandRun run = recommend("-a", "30", "--json", "-k", "3");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.path("bundle").asText()).hasSize(12);
        assertThat(document.at("/query/person/age/label").asText()).isEqualTo("25-34");
        assertThat(document.path("items")).hasSize(3);
        JsonNode first = document.path("items").get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .contains("rank", "id", "title", "score", "rating");
        assertThat(first.path("rating").asDouble()).isBetween(1.0, 5.0);
    }

    @Test
    void aKnownUserGetsNothingTheyHaveMet() throws Exception {
        List<String> all = recommend("--user", "7", "-k", "200", "--json").ids();
        List<String> liked = recommend("--liked", all.getFirst(), "-k", "200", "--json").ids();
        assertThat(all).hasSizeLessThan(200).doesNotHaveDuplicates();
        assertThat(liked).hasSize(199).doesNotContain(all.getFirst());
    }

    @Test
    void filtersAreAppliedInsideTheSearch() throws Exception {
        CommandRun run =
                recommend("--year", "1990..", "--genre", "Comedy,Drama", "-k", "5", "--json");
        JsonNode items = new ObjectMapper().readTree(run.out()).path("items");
        assertThat(items).hasSize(5);
        for (JsonNode item : items) {
            assertThat(item.at("/fields/year").asDouble()).isGreaterThanOrEqualTo(1990);
            assertThat(item.at("/fields/genres").toString()).containsAnyOf("Comedy", "Drama");
        }
    }

    @Test
    void amongRanksOnlyTheCandidatesGiven() throws Exception {
        List<String> some = recommend("-k", "5", "--json").ids();
        List<String> ranked =
                recommend("--among", String.join(",", some.reversed()), "--json").ids();
        assertThat(ranked).isEqualTo(some);
        assertThat(recommend("--exclude", some.getFirst(), "-k", "4", "--json").ids())
                .isEqualTo(some.subList(1, 5));
    }

    @Test
    void moreThanTheCatalogueGivesTheCatalogueAndSaysSo() {
        CommandRun run = recommend("-k", "5000");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("200 items pass, 5000 were asked for");
    }

    @Test
    void theIndexCanBeRebuiltFirst() {
        assertThat(recommend("-i", "-k", "2").code()).isZero();
    }

    @Test
    void noIndexIsBuiltForAnOptionThatNobodyKnows() throws IOException {
        recommend("-i");
        Map<Path, FileTime> before = times();

        refused("unknown option '--genr'", "-i", "--genr", "Comedy");

        assertThat(times()).isEqualTo(before);
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> all = Files.walk(store)) {
            for (Path path : all.toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        return times;
    }

    @Test
    void wrongQuestionsAreRefusedInOneLine() {
        refused("occupation is 'programer', expected one of", "-j", "programer");
        refused("did you mean 'programmer'?", "-j", "programer");
        refused("age is '-3', expected a number in 0..130 or one of", "-a", "-3");
        refused("k is 0, expected at least 1", "-k", "0");
        refused("user '999999' is not in bundle", "--user", "999999");
        refused("item '999999' is not in bundle", "--liked", "999999");
        refused("item '999999' is not in bundle", "--among", "999999");
        refused("unknown option '--genr'", "--genr", "Comedy");
        refused("did you mean '--genre'?", "--genr", "Comedy");
        refused("'42' belongs to no option; recipe", "-i", "42");
        refused("range is 'soon', expected FROM..TO", "--year", "soon");
        refused("-a has no value", "-a");
        refused("genres is 'Comdy'", "--genre", "Comdy");
    }

    @Test
    void similarItemsAndTitlesAreFound() throws Exception {
        String first = recommend("-k", "1", "--json").ids().getFirst();
        CommandRun similar = CommandRun.of("similar", first, "--json", "--store", store.toString());
        assertThat(similar.ids()).hasSize(5).doesNotContain(first);
        CommandRun search = CommandRun.of("search", "the", "--store", store.toString());
        assertThat(search.code()).as(search.err()).isZero();
    }

    @Test
    void anIndexComparesItselfWithTheExactAnswer() throws Exception {
        CommandRun built = CommandRun.of("index", "--index", "lucene", "--store", store.toString());
        assertThat(built.code()).as(built.err()).isZero();
        CommandRun check = CommandRun.of("index", "--check", "--json", "--store", store.toString());
        JsonNode document = new ObjectMapper().readTree(check.out());
        assertThat(document.path("index").asText()).isEqualTo("lucene");
        assertThat(document.path("recall@10").asDouble()).isGreaterThan(0.95);
        assertThat(document.path("p50Micros").asDouble()).isPositive();
        assertThat(document.path("bytes").asLong()).isPositive();
        assertThat(CommandRun.of("index", "--store", store.toString()).out()).contains("exact");
    }

    @Test
    void whileMilvusIsAwayALocalIndexAnswersAndTheAnswerSaysSo() throws Exception {
        String[] away = {"--index", "milvus", "--uri", "http://127.0.0.1:1", "--user", "7"};
        CommandRun failed = recommend(away);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.complaints().getFirst()).contains("no Milvus answers at");
        List<String> asked = new ArrayList<>(List.of(away));
        asked.add("--fallback");
        CommandRun text = recommend(asked.toArray(String[]::new));
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("exact index, while milvus is away");
        assertThat(text.err()).contains("WARNING: no Milvus answers at http://127.0.0.1:1");
        asked.add("--json");
        CommandRun run = recommend(asked.toArray(String[]::new));
        assertThat(new ObjectMapper().readTree(run.out()).path("index").asText())
                .isEqualTo("exact, while milvus is away");
        assertThat(run.ids()).isEqualTo(recommend("--user", "7", "--json").ids());
        refused("--fallback belongs to --index milvus", "--fallback");
    }

    @Test
    void theFallbackMayStandInTheSettings() throws Exception {
        Path settings = Files.writeString(folder.resolve("milvus.properties"), "fallback=true");
        CommandRun run =
                CommandRun.of(
                        "similar",
                        "1",
                        "--index",
                        "milvus",
                        "--uri",
                        "http://127.0.0.1:1",
                        "--milvus",
                        settings.toString(),
                        "--store",
                        store.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("while milvus is away");
    }

    @Test
    void collectionsAreOnAMilvusServerOnly() {
        for (String task : List.of("--list", "--prune")) {
            CommandRun run = CommandRun.of("index", task, "--store", store.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.complaints().getFirst()).contains("add --index milvus");
        }
        CommandRun both = CommandRun.of("index", "--list", "--drop", "x", "--index", "milvus");
        assertThat(both.complaints().getFirst()).contains("mutually exclusive");
    }

    private void refused(String line, String... arguments) {
        CommandRun run = recommend(arguments);
        assertThat(run.code()).as(run.out()).isEqualTo(2);
        assertThat(run.complaints()).hasSize(1);
        assertThat(run.complaints().getFirst()).contains(line);
    }

    private CommandRun recommend(String... arguments) {
        List<String> all = new ArrayList<>(List.of("recommend", "--store", store.toString()));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
