package org.tandemrec.reading.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Recipe;
import org.tandemrec.reading.Recipes;
import org.tandemrec.reading.TemporaryFolder;

/**
 * Writes synthetic data in MovieLens 1M's layout: invented users with age, gender and occupation,
 * invented items with titles, years and genres, and ratings that follow planted tastes. The same
 * options give the same bytes on every machine. Needs no more memory for more users or
 * interactions.
 */
public final class Sample {
    private static final long BETWEEN_REPORTS = 100_000;

    private final SampleOptions options;
    private final SampleListener listener;

    /**
     * A sample to be written.
     *
     * @param options how much of it
     * @param listener is told how far writing has come
     */
    public Sample(SampleOptions options, SampleListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Writes the sample into a folder that is not there yet or is empty. It appears there whole or
     * not at all.
     *
     * @throws BadInputException where the folder has something in it, or cannot be written
     */
    public void write(Path folder) {
        requireEmpty(folder);
        try (TemporaryFolder unfinished = TemporaryFolder.beside(folder)) {
            Path files = Files.createDirectory(unfinished.path().resolve("sample"));
            writeFiles(files);
            Files.deleteIfExists(folder);
            Files.move(files, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new BadInputException(
                    "%s cannot be written: %s; nothing was left there"
                            .formatted(folder, reason(failure)),
                    failure);
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new BadInputException(
                        "%s is not empty, expected a new or empty folder for the sample"
                                .formatted(folder));
            }
        } catch (IOException noFolder) {
            throw new BadInputException(
                    "%s is no folder that can be read, expected a new or empty one"
                            .formatted(folder),
                    noFolder);
        }
    }

    private void writeFiles(Path folder) throws IOException {
        Catalogue items = new Catalogue(options.items(), options.seed());
        Files.writeString(folder.resolve("README"), readme());
        Recipes.write(recipe(), folder.resolve(Recipes.FILE));
        try (BufferedWriter movies = Files.newBufferedWriter(folder.resolve("movies.dat"))) {
            for (int item = 0; item < items.size(); item++) {
                movies.write(items.line(item) + "\n");
            }
        }
        try (BufferedWriter users = Files.newBufferedWriter(folder.resolve("users.dat"));
                BufferedWriter ratings = Files.newBufferedWriter(folder.resolve("ratings.dat"))) {
            writeUsers(users, new RatingWriter(items, ratings));
        }
    }

    private void writeUsers(BufferedWriter users, RatingWriter ratings) throws IOException {
        Shares shares = new Shares(options);
        long written = 0;
        long reported = 0;
        for (int user = 0; user < options.users(); user++) {
            Dice dice = new Dice(options.seed(), 2L * user + 1);
            Person person = new Person(dice);
            users.write(person.line(user + 1) + "\n");
            int count = shares.next();
            ratings.write(user + 1, person, count, dice);
            written += count;
            if (written - reported >= BETWEEN_REPORTS) {
                reported = written;
                listener.wrote(written, options.interactions());
            }
        }
        listener.wrote(written, options.interactions());
    }

    private static Recipe recipe() {
        Recipe layout = Recipes.named("ml-1m");
        return new Recipe(
                "sample",
                "Synthetic sample",
                Optional.of("synthetic data, invented by a program: free for any use"),
                List.of(),
                layout.users(),
                layout.items(),
                layout.interactions(),
                layout.scale());
    }

    private String readme() {
        return """
                SYNTHETIC DATA
                ==============

                A program invented these users, films and ratings; they are of nobody and nothing.
                The files have the layout of MovieLens 1M and are not taken from it.

                Written by: tandem sample --users %d --items %d --interactions %d --seed %d

                What is planted in it: each gender, age group and occupation likes some genres
                more and others less; beside that every user has a taste of their own, some items
                are better than others, and few items have most of the ratings.
                """
                .formatted(
                        options.users(), options.items(), options.interactions(), options.seed());
    }
}
