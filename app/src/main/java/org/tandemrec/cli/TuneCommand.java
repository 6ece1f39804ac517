package org.tandemrec.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.training.LearnedSteps;
import org.tandemrec.training.SettingsSearch;
import org.tandemrec.training.Trainer;
import org.tandemrec.training.TrainingCancelledException;
import org.tandemrec.training.TrainingConfig;
import org.tandemrec.training.TrainingListener;
import org.tandemrec.training.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem tune}: searches a preset's settings on validation within a time budget. */
@Command(
        name = "tune",
        description = "Search a preset's settings for your data, judged on a validation part.",
        footer = {
            "",
            "The first trial is the settings as they are; then come random ones and some near the best.",
            "Settings that count only after the steps of a training (of rating and taste) are tried on",
            "steps that were taken before, so that most trials take a part of a training's time.",
            "Every trial is kept in the log when it is done: the same command goes on after Ctrl-C.",
            "",
            "Examples:",
            "  tandem tune --data ml-1m.zip --preset rating --minutes 30",
            "  tandem tune --data shop/ --recipe shop.yaml --preset taste --trials 20 --log shop.jsonl",
            "  tandem train --data shop/ --recipe shop.yaml --preset taste --settings best.yaml"
        })
final class TuneCommand implements Callable<Integer> {
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private DataOptions reading = new DataOptions();
    @Mixin private TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A folder or a zip.")
    private Path data = Path.of("");

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "No trial begins after so long (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many trials the log has in the end (default: as time allows).")
    private Optional<Integer> most = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Where trials are kept (default: tandem-tune-PRESET.jsonl).")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        requirePositive();
        Console console = output.console();
        TrainingConfig config = training.config().judged();
        Dataset dataset = reading.read(data, console);
        LearnedSteps steps = new LearnedSteps(TrainingRun.data(dataset));
        TuningLog log = TuningLog.open(place(), subject(dataset, config));
        SettingsSearch search = new SettingsSearch(config, config.seed());
        Instant end = Instant.now().plusMillis(Math.round(minutes * 60_000));
        try (Interruption interruption = Interruption.watch()) {
            while (goesOn(log, end, interruption)) {
                tryNext(search, log, config, steps, console, interruption);
            }
        }
        answer(search.best(log.trials()), log, config, console);
        return Tandem.DONE;
    }

    private void requirePositive() {
        if (!(minutes > 0) || most.filter(trials -> trials < 1).isPresent()) {
            throw new BadInputException(
                    "--minutes is %s and --trials %s, expected numbers above 0"
                            .formatted(minutes, most.map(String::valueOf).orElse("not given")));
        }
    }

    private Path place() {
        return file.orElseGet(
                () -> Path.of("tandem-tune-%s.jsonl".formatted(training.preset().label())));
    }

    private ObjectNode subject(Dataset dataset, TrainingConfig config) {
        ObjectNode subject = JsonNodeFactory.instance.objectNode();
        subject.put("preset", training.preset().label());
        subject.put("data", dataset.recipe().name());
        subject.put("users", dataset.users().size());
        subject.put("items", dataset.items().size());
        subject.put("interactions", dataset.interactions().size());
        config.settings().forEach(subject.putObject("settings")::put);
        return subject;
    }

    private boolean goesOn(TuningLog log, Instant end, Interruption interruption) {
        return !interruption.requested()
                && most.filter(trials -> log.trials().size() >= trials).isEmpty()
                && (Instant.now().isBefore(end) || log.trials().isEmpty());
    }

    private static void tryNext(
            SettingsSearch search,
            TuningLog log,
            TrainingConfig config,
            LearnedSteps steps,
            Console console,
            Interruption interruption) {
        Map<String, String> settings = search.next(log.trials());
        int number = log.trials().size();
        try (ProgressLine progress = console.progress("trial %d".formatted(number))) {
            Instant start = Instant.now();
            double figure = figure(config.with(settings), steps, progress, interruption);
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            log.add(new Trial(number, settings, figure), config.objective().metric(), seconds);
            progress.line(line(number, settings, figure, seconds, config));
        } catch (TrainingCancelledException cancelled) {
            console.message("trial %d was broken off and is not kept".formatted(number));
        }
    }

    private static double figure(
            TrainingConfig config,
            LearnedSteps steps,
            ProgressLine progress,
            Interruption interruption) {
        TrainingListener listener = TrainingRun.listener(progress);
        return new Trainer(config, listener, interruption::requested, InstantSource.system())
                .train(steps)
                .report()
                .validation()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "there is too little data to keep some for validation"));
    }

    private static String line(
            int number,
            Map<String, String> settings,
            double figure,
            double seconds,
            TrainingConfig config) {
        return String.format(
                Locale.ROOT,
                "trial %d: %s %.4f in %.0f s with %s",
                number,
                config.objective().metric(),
                figure,
                seconds,
                settings);
    }

    private static void answer(
            Optional<Trial> found, TuningLog log, TrainingConfig config, Console console) {
        if (found.isEmpty()) {
            console.message("no trial was finished");
            return;
        }
        Trial best = found.get();
        if (console.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("trials", log.trials().size());
            document.put("best", best.number());
            document.put("metric", config.objective().metric());
            document.put("figure", best.figure());
            document.put("start", log.trials().getFirst().figure());
            best.settings().forEach(document.putObject("settings")::put);
            console.answer(document);
            return;
        }
        console.message(
                String.format(
                        Locale.ROOT,
                        "best of %d trials is %d: %s %.4f, where the settings as they were gave %.4f; as YAML for --settings:",
                        log.trials().size(),
                        best.number(),
                        config.objective().metric(),
                        best.figure(),
                        log.trials().getFirst().figure()));
        best.settings().forEach((key, value) -> console.answer(key + ": " + value));
    }
}
