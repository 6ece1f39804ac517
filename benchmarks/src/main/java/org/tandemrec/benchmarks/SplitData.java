package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tandemrec.data.Dataset;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.FeatureEncoder;
import org.tandemrec.reading.DatasetReader;
import org.tandemrec.reading.ReadingListener;
import org.tandemrec.reading.ReadingOptions;
import org.tandemrec.training.TrainingData;

/**
 * A data set in codes, its interactions in two parts.
 *
 * @param training everything but the test's interactions
 * @param test the interactions of the test file's pairs
 */
record SplitData(TrainingData training, EncodedInteractions test) {
    /** Reads the data and sets the pairs of the test file aside. */
    static SplitData read(Path data, Path test) {
        Dataset dataset =
                new DatasetReader(ReadingOptions.standard(), ReadingListener.SILENT)
                        .read(data, Optional.empty());
        FeatureEncoder encoder = FeatureEncoder.fit(dataset);
        EncodedInteractions all = encoder.interactions(dataset.interactions());
        TestPairs pairs = TestPairs.read(test, encoder.vocabularies());
        IntPredicate isTest = row -> pairs.contains(all.users()[row], all.items()[row]);
        return new SplitData(
                new TrainingData(
                        encoder.users(dataset.users()),
                        encoder.items(dataset.items()),
                        select(all, isTest.negate()),
                        dataset.scale()),
                select(all, isTest));
    }

    private static EncodedInteractions select(EncodedInteractions all, IntPredicate chosen) {
        return all.select(IntStream.range(0, all.size()).filter(chosen).toArray());
    }
}
