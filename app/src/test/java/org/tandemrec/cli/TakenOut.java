package org.tandemrec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.TowerInput;

/** A bundle's two towers in a folder with a mapping, as if they had been trained elsewhere. */
final class TakenOut {
    private final ModelBundle bundle;
    private final Path folder;

    private TakenOut(ModelBundle bundle, Path folder) {
        this.bundle = bundle;
        this.folder = folder;
    }

    /** Writes {@code user.onnx}, {@code item.onnx}, {@code mapping.yaml} and its vocabularies. */
    static void write(ModelBundle bundle, Path folder) throws IOException {
        new TakenOut(bundle, folder).write();
    }

    private void write() throws IOException {
        Files.copy(bundle.userTower(), folder.resolve("user.onnx"));
        Files.copy(bundle.itemTower(), folder.resolve("item.onnx"));
        Files.writeString(
                folder.resolve("mapping.yaml"),
                """
                format: 1
                name: taken-out
                score: {normalise: false}
                rating: {slope: %s, offset: %s}
                user:
                  inputs:
                %sitem:
                  output: vector
                  inputs:
                %s"""
                        .formatted(
                                bundle.manifest().ratings().orElseThrow().slope(),
                                bundle.manifest().ratings().orElseThrow().offset(),
                                inputs("user", bundle.manifest().userInputs()),
                                inputs("item", bundle.manifest().itemInputs())));
    }

    private String inputs(String side, List<TowerInput> inputs) throws IOException {
        for (TowerInput input : inputs) {
            Files.write(folder.resolve(file(side, input)), values(side, input).values());
        }
        return inputs.stream().map(input -> line(side, input)).collect(Collectors.joining());
    }

    private Vocabulary values(String side, TowerInput input) {
        return side.equals("user")
                ? bundle.vocabularies().user(input.field())
                : bundle.vocabularies().item(input.field());
    }

    private static String file(String side, TowerInput input) {
        return "%s-%s.txt".formatted(side, input.field());
    }

    private static String line(String side, TowerInput input) {
        String rest =
                switch (input.kind()) {
                    case ID, CATEGORY -> "missing: 0";
                    case CATEGORIES -> "width: %d".formatted(input.width());
                    case TEXT -> "width: %d, words: letters-and-digits".formatted(input.width());
                };
        return "    %s: {field: %s, vocabulary: %s, first: 1, %s}%n"
                .formatted(input.field(), input.field(), file(side, input), rest);
    }
}
