package org.tandemrec.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.FeatureEncoder;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.model.BundleContents;
import org.tandemrec.model.Catalogue;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerPair;

/**
 * The front door: makes a bundle's contents of two ONNX towers trained elsewhere. Names, types,
 * shapes and codes are checked against the mapping, the recipe and the models before a model is
 * run. The towers of the bundle are the foreign ones inside of small graphs with Tandem's own
 * inputs, so that nothing else has to know where they come from. Same files, same bytes.
 */
public final class TowerImport {
    private final Path mappingFile;
    private final Mapping mapping;
    private final ForeignModel userModel;
    private final ForeignModel itemModel;
    private final TowerForm userForm;
    private final TowerForm itemForm;

    private TowerImport(Path user, Path item, Path mappingFile) {
        this.mappingFile = mappingFile;
        this.mapping = MappingReader.read(mappingFile);
        this.userModel = ForeignModel.read(user);
        this.itemModel = ForeignModel.read(item);
        this.userForm = TowerForm.of(user, "user", mapping.user());
        this.itemForm = TowerForm.of(item, "item", mapping.item());
        requireOneDimension();
    }

    /**
     * Opens two towers with their mapping and checks what can be checked without data.
     *
     * @param user the user tower, an ONNX model
     * @param item the item tower, an ONNX model
     * @param mapping a file as {@code docs/import.md} describes it
     * @throws BadInputException where a file is none of these, or they do not agree
     */
    public static TowerImport open(Path user, Path item, Path mapping) {
        return new TowerImport(user, item, mapping);
    }

    private void requireOneDimension() {
        if (userForm.dimension() != itemForm.dimension()) {
            throw new BadInputException(
                    "%s gives vectors of %d numbers, %s of %d; expected the same, of one training"
                            .formatted(
                                    userModel.file(),
                                    userForm.dimension(),
                                    itemModel.file(),
                                    itemForm.dimension()));
        }
    }

    /**
     * What the bundle of these towers over this dataset is made of.
     *
     * @throws BadInputException where the towers do not fit the dataset's recipe, or an item has no
     *     code that they need
     */
    public ImportedTowers over(Dataset dataset) {
        UserAdapter users =
                new UserAdapter(
                        new SideFields("user", dataset.users(), dataset.recipe().personFields()),
                        mapping.user().inputs());
        AdaptedSide user = users.adapt();
        AdaptedSide item =
                ItemAdapter.adapt(
                        new SideFields("item", dataset.items(), dataset.recipe().itemFields()),
                        mapping.item().inputs());
        requireCodesInTables(userModel, user);
        requireCodesInTables(itemModel, item);
        Vocabularies vocabularies = new Vocabularies(user.vocabularies(), item.vocabularies());
        return new ImportedTowers(contents(dataset, users, user, item, vocabularies), user);
    }

    private static void requireCodesInTables(ForeignModel model, AdaptedSide side) {
        TableSizes sizes = new TableSizes(model.graph());
        for (AdapterInput input : side.inputs()) {
            long highest = input.table().highest();
            sizes.rows(input.foreign())
                    .ifPresent(rows -> requireCode(model.file(), input.foreign(), highest, rows));
        }
    }

    private static void requireCode(Path file, String input, long highest, long rows) {
        if (highest >= rows) {
            throw new BadInputException(
                    "%s: input '%s' gets codes up to %d, its table has %d rows (0 to %d); do the mapping's codes begin at another number?"
                            .formatted(file, input, highest, rows, rows - 1));
        }
    }

    private BundleContents contents(
            Dataset dataset,
            UserAdapter users,
            AdaptedSide user,
            AdaptedSide item,
            Vocabularies vocabularies) {
        EncodedInteractions interactions =
                FeatureEncoder.encode(dataset.interactions(), vocabularies);
        return new BundleContents(
                mapping.name(),
                0,
                ImportedRecipe.of(dataset.recipe(), users.byField(), mapping.item()),
                vocabularies,
                user.table(),
                item.table(),
                Catalogue.of(dataset, vocabularies.itemIds(), interactions),
                interactions,
                towers(dataset, user, item),
                Map.of(),
                settings(),
                Map.of("mapping.yaml", text(mappingFile)));
    }

    private TowerPair towers(Dataset dataset, AdaptedSide user, AdaptedSide item) {
        int dimension = userForm.dimension();
        return new TowerPair(
                AdaptedTower.onnx(
                        userModel, user, userForm, vectors(userForm.output(), mapping.scale())),
                AdaptedTower.onnx(itemModel, item, itemForm, vectors(itemForm.output(), 1)),
                dimension,
                ratings(dataset),
                user.unknowns(),
                item.unknowns());
    }

    private AdaptedTower.Vectors vectors(String output, double scale) {
        return new AdaptedTower.Vectors(output, userForm.dimension(), mapping.normalise(), scale);
    }

    private Optional<RatingScale> ratings(Dataset dataset) {
        return mapping.rating()
                .map(
                        rating ->
                                new RatingScale(
                                        rating.slope(),
                                        rating.offset(),
                                        dataset.scale().from(),
                                        dataset.scale().to()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("normalise", Boolean.toString(mapping.normalise()));
        settings.put("scale", Double.toString(mapping.scale()));
        return settings;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
