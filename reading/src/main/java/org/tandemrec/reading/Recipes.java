package org.tandemrec.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.RecipeFormat;
import org.tandemrec.data.Suggestion;

/** The recipes that are built in, those in files, and the one that given data is of. */
public final class Recipes {
    /** A file of this name among the data is its recipe. */
    public static final String FILE = "recipe.yaml";

    private static final List<String> NAMES = List.of("ml-1m", "ml-100k", "ml-latest");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Recipes() {}

    /** The names of the built-in recipes. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A built-in recipe by its name, or a recipe from a file.
     *
     * @param nameOrFile such as {@code ml-1m} or {@code shop.yaml}
     * @throws BadInputException where there is neither, or the file is no recipe
     */
    public static Recipe named(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return builtIn(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "recipe '%s' is neither built in nor a file; built in are %s%s"
                            .formatted(
                                    nameOrFile,
                                    String.join(", ", NAMES),
                                    Suggestion.hint(nameOrFile, NAMES)));
        }
        return of(file, file.toString());
    }

    /** Writes a recipe as YAML. */
    public static void write(Recipe recipe, Path file) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            YAML.writeValue(text, RecipeFormat.write(recipe));
        }
    }

    private static Recipe of(Path file, String name) {
        try (InputStream content = Files.newInputStream(file)) {
            return read(content, name);
        } catch (IOException failure) {
            throw new BadInputException(
                    "%s cannot be read: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    private static Recipe builtIn(String name) {
        try (InputStream content = Recipes.class.getResourceAsStream(name + ".yaml")) {
            return read(Objects.requireNonNull(content), name + ".yaml");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Recipe read(InputStream content, String origin) throws IOException {
        try {
            JsonNode tree = YAML.readTree(content);
            return RecipeFormat.read(tree, origin);
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
            String reason = reason(malformed.getOriginalMessage());
            throw new BadInputException(
                    "%s:%d: is no YAML: %s".formatted(origin, line, reason), malformed);
        }
    }

    /** The parser's message without the places and lines it quotes, which are indented. */
    private static String reason(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
    }

    /** The recipe of the data: its own file, or the built-in one whose files it has. */
    static Recipe recognise(DataFiles files) {
        if (files.has(FILE)) {
            DataFile file = files.matching(FILE).getFirst();
            return of(file.path(), file.name());
        }
        List<Recipe> all = NAMES.stream().map(Recipes::builtIn).toList();
        Optional<Recipe> whole =
                all.stream()
                        .filter(recipe -> recipe.recognisedBy().stream().allMatch(files::has))
                        .findFirst();
        return whole.orElseThrow(() -> unrecognised(files, all));
    }

    private static BadInputException unrecognised(DataFiles files, List<Recipe> all) {
        Optional<Recipe> partly =
                all.stream()
                        .filter(recipe -> recipe.recognisedBy().stream().anyMatch(files::has))
                        .findFirst();
        String problem =
                partly.map(
                                recipe ->
                                        "looks like %s but has no %s"
                                                .formatted(recipe.title(), missing(recipe, files)))
                        .orElse("is not recognised as data of " + String.join(", ", NAMES));
        return new BadInputException(
                "%s %s; found %s; name a recipe with --recipe NAME|FILE or add %s"
                        .formatted(files.data(), problem, files.listing(), FILE));
    }

    private static String missing(Recipe recipe, DataFiles files) {
        List<String> absent =
                recipe.recognisedBy().stream().filter(name -> !files.has(name)).toList();
        return String.join(" and no ", absent);
    }
}
