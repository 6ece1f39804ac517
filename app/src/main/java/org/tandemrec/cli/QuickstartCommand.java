package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Field;
import org.tandemrec.evaluation.EvaluationOptions;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.report.EvaluationJson;
import org.tandemrec.evaluation.splits.Split;
import org.tandemrec.evaluation.splits.SplitPlan;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.recommend.Query;
import org.tandemrec.recommend.Recommender;
import org.tandemrec.training.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem quickstart}: the whole way once. */
@Command(
        name = "quickstart",
        description = "The whole way once: data, towers, judgement, index, recommendations.",
        footer = {
            "",
            "Without --data it takes MovieLens 1M from tandem-data/, or fetches it; where there is no",
            "network it writes a synthetic sample and says so. It trains preset taste, which gives the best",
            "lists, for 5 epochs; 'tandem train --preset taste' takes 20, which is a little better.",
            "--preset fusion trains the tutorial's model instead.",
            "",
            "Examples:",
            "  tandem quickstart",
            "  tandem quickstart --data ml-1m.zip",
            "  tandem quickstart --preset fusion"
        })
final class QuickstartCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private StoreOptions store = new StoreOptions();
    @Mixin private DataOptions reading = new DataOptions();

    @Mixin
    private TrainingOptions training = new TrainingOptions(Preset.TASTE, Map.of("epochs", "5"));

    @Option(names = "--data", paramLabel = "PATH", description = "A folder or a zip.")
    private Optional<Path> data = Optional.empty();

    @Override
    public Integer call() {
        Console console = output.console();
        ModelStore models = store.store();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        try (Interruption interruption = Interruption.watch();
                ModelStore.Writing writing = models.beginWriting()) {
            Path place = data.orElseGet(() -> QuickstartData.get(console));
            Dataset dataset = reading.read(place, console);
            judge(dataset, writing, interruption, console, document);
            train(dataset, writing, interruption, console, document);
        }
        answer(models, console, document);
        if (console.json()) {
            console.answer(document);
        }
        return Tandem.DONE;
    }

    private void judge(
            Dataset dataset,
            ModelStore.Writing writing,
            Interruption interruption,
            Console console,
            ObjectNode document) {
        console.message(
                "\n1. How good is it? Train preset %s on a part, judge on the rest"
                        .formatted(training.preset().label()));
        Split parts = SplitPlan.parse(split(dataset)).split(dataset, training.seed());
        Evaluator evaluator =
                new Evaluator(
                        training,
                        EvaluationOptions.defaults(),
                        List.of(),
                        Optional.empty(),
                        console);
        evaluator.describe(parts);
        EvaluationResult result = evaluator.trainAndJudge(parts, writing, interruption).result();
        document.set("evaluation", EvaluationJson.of(result));
        if (!console.json()) {
            console.answer(EvaluationTable.of(result));
        }
        result.warnings().forEach(console::warning);
    }

    /** What comes next is judged in the order of time, where there is one; values by chance. */
    private String split(Dataset dataset) {
        boolean timed =
                IntStream.range(0, dataset.interactions().size())
                        .anyMatch(row -> dataset.interactions().time(row).isPresent());
        return switch (training.config().objective()) {
            case RATING -> "random";
            case RANKING -> timed ? "last" : "random";
        };
    }

    private void train(
            Dataset dataset,
            ModelStore.Writing writing,
            Interruption interruption,
            Console console,
            ObjectNode document) {
        console.message("\n2. Train preset %s on everything".formatted(training.preset().label()));
        TrainingRun run =
                new TrainingRun(training.preset(), training.config(), console, interruption);
        Manifest manifest = TrainCommand.keep(run.train(dataset), writing);
        writing.activate(manifest.id());
        console.message("bundle %s is active".formatted(manifest.id()));
        document.put("bundle", manifest.id());
    }

    private static void answer(ModelStore models, Console console, ObjectNode document) {
        console.message("\n3. Index and answer");
        Opening opening = new Opening(models, new FolderPlace(models, Optional.empty()), console);
        try (Recommender recommender = opening.reopen(opening.bundle())) {
            Map<String, String> person = somebody(recommender.bundle());
            String user = middleUser(recommender.bundle());
            Query cold = Query.forPerson(person);
            Query known = Query.forUser(user);
            if (console.json()) {
                document.set("cold", Answers.json(cold, recommender.recommend(cold)));
                document.set("known", Answers.json(known, recommender.recommend(known)));
                return;
            }
            console.answer("\nfor a person never seen before");
            Answers.show(console, cold, recommender.recommend(cold));
            console.answer("\nfor user " + user);
            Answers.show(console, known, recommender.recommend(known));
            next(recommender.bundle(), user).forEach(console::message);
        }
    }

    /** A person of the middle value of each attribute that has named values. */
    private static Map<String, String> somebody(ModelBundle bundle) {
        Map<String, String> person = new LinkedHashMap<>();
        for (Field field : bundle.recipe().personFields()) {
            List<CategoryValue> values = field.values();
            if (field.input() && !values.isEmpty()) {
                person.put(field.name(), values.get(values.size() / 2).label());
            }
        }
        return person;
    }

    private static String middleUser(ModelBundle bundle) {
        List<String> users = bundle.vocabularies().userIds().values();
        return users.get(users.size() / 2);
    }

    private static List<String> next(ModelBundle bundle, String user) {
        String item = bundle.catalogue().getFirst().id();
        return List.of(
                "",
                "Try next:",
                "  tandem recommend --user %s -k 10".formatted(user),
                "  tandem recommend --liked %s".formatted(item),
                "  tandem similar %s".formatted(item),
                "  tandem recommend --help");
    }
}
