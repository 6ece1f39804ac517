package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandemrec.data.Dataset;
import org.tandemrec.features.FeatureEncoder;
import org.tandemrec.index.DenseVector;
import org.tandemrec.reading.DatasetReader;
import org.tandemrec.reading.ReadingListener;
import org.tandemrec.reading.ReadingOptions;
import org.tandemrec.training.Preset;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.training.Trainer;
import org.tandemrec.training.TrainingData;
import org.tandemrec.training.TrainingListener;
import org.tandemrec.vectors.Matrix;

/**
 * Vectors with the structure that training gives.
 *
 * @param items of all items
 * @param queries of at most a thousand users, evenly spread over all of them
 */
record TrainedVectors(List<DenseVector> items, List<DenseVector> queries) {
    private static final int MOST_QUERIES = 1000;

    /**
     * Trains the fusion network on a whole data set for a fixed number of epochs.
     *
     * @param settings of the training, in the place of the usual ones
     */
    static TrainedVectors of(Path data, Map<String, String> settings) {
        Dataset dataset =
                new DatasetReader(ReadingOptions.standard(), ReadingListener.SILENT)
                        .read(data, Optional.empty());
        FeatureEncoder encoder = FeatureEncoder.fit(dataset);
        TrainedTowers towers =
                new Trainer(
                                Preset.FUSION
                                        .config(1, Runtime.getRuntime().availableProcessors())
                                        .with(settings),
                                TrainingListener.silent(),
                                () -> false,
                                InstantSource.system())
                        .train(
                                new TrainingData(
                                        encoder.users(dataset.users()),
                                        encoder.items(dataset.items()),
                                        encoder.interactions(dataset.interactions()),
                                        dataset.scale()));
        return new TrainedVectors(
                known(towers.itemVectors(), Integer.MAX_VALUE),
                known(towers.userVectors(), MOST_QUERIES));
    }

    /** Rows evenly spread over all but the first, which is the unknown one's. */
    private static List<DenseVector> known(Matrix vectors, int most) {
        int all = vectors.rows() - 1;
        int count = Math.min(most, all);
        return IntStream.range(0, count)
                .map(place -> 1 + (int) ((long) place * all / count))
                .mapToObj(row -> vector(vectors, row))
                .toList();
    }

    private static DenseVector vector(Matrix vectors, int row) {
        float[] components = new float[vectors.columns()];
        for (int column = 0; column < components.length; column++) {
            components[column] = vectors.at(row, column);
        }
        return DenseVector.of(components);
    }
}
