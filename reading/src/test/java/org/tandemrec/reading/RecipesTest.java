package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.Field;
import org.tandemrec.data.Recipe;
import org.tandemrec.data.RecipeFormat;

class RecipesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ml-1m", "ml-100k", "ml-latest"})
    void builtInRecipesAreWrittenAndReadBackAsTheyAre(String name) throws IOException {
        Recipe recipe = Recipes.named(name);
        Path file = folder.resolve("copy.yaml");
        Recipes.write(recipe, file);

        assertThat(Recipes.named(file.toString())).isEqualTo(recipe);
        assertThat(RecipeFormat.read(RecipeFormat.write(recipe), name)).isEqualTo(recipe);
        assertThat(recipe.licence()).isPresent();
    }

    @Test
    void aPersonOfMovieLens1MSaysGenderAgeAndOccupationByOneLetter() {
        assertThat(Recipes.named("ml-1m").personFields())
                .extracting(Field::name)
                .containsExactly("gender", "age", "occupation");
        assertThat(Recipes.named("ml-1m").personFields())
                .extracting(field -> field.shortName().orElse(""))
                .containsExactly("g", "a", "j");
    }

    @Test
    void theAgesOfMovieLens100KAreTheGroupsOfMovieLens1M() {
        assertThat(age("ml-100k").values()).isEqualTo(age("ml-1m").values());
    }

    private static Field age(String recipe) {
        return Recipes.named(recipe).users().orElseThrow().field("age").orElseThrow();
    }

    @Test
    void aRecipeAmongTheFilesComesBeforeThoseBuiltIn() throws IOException {
        MovieFolder movies = MovieFolder.in(folder);
        String own =
                RecipeFormat.write(Recipes.named("ml-1m")).put("name", "mine").toPrettyString();
        Files.writeString(movies.path("recipe.yaml"), own, StandardCharsets.UTF_8);

        assertThat(movies.read().recipe().name()).isEqualTo("mine");
    }
}
