package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tandemrec.reading.sample.Sample;
import org.tandemrec.reading.sample.SampleListener;
import org.tandemrec.reading.sample.SampleOptions;

/** A synthetic sample and a store with a bundle trained on it, made once for all tests. */
final class TrainedStore implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(TrainedStore.class);

    /**
     * Where they are, until the last test has run.
     *
     * @param data the sample
     * @param store with one bundle, which is active
     */
    record Place(Path data, Path store) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.walk(Objects.requireNonNull(data.getParent()))) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        place(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Place.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return place(context);
    }

    private static Place place(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent("place", key -> make(), Place.class);
    }

    private static Place make() {
        try {
            Path folder = Files.createTempDirectory("tandem-test-");
            Path data = folder.resolve("sample");
            new Sample(new SampleOptions(300, 200, 12_000, 5), SampleListener.SILENT).write(data);
            Path store = folder.resolve("store");
            CommandRun run =
                    CommandRun.of(
                            "train",
                            "--data",
                            data.toString(),
                            "--store",
                            store.toString(),
                            "--epochs",
                            "2",
                            "--batch-size",
                            "2048");
            assertThat(run.code()).as(run.err()).isZero();
            return new Place(data, store);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
