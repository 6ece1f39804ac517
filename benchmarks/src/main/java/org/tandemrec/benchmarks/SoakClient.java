package org.tandemrec.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;

/** Asks whatever version is current, again and again, and compares each answer. */
final class SoakClient implements Callable<SoakClient.Tally> {
    private final Supplier<SoakVersion> current;
    private final long end;
    private final Latencies latencies = new Latencies();
    private int next;
    private long errors;
    private long wrong;
    private Optional<String> firstError = Optional.empty();

    /**
     * What clients saw.
     *
     * @param latencies of the answers, right or wrong
     * @param errors searches without an answer
     * @param wrong answers that are not the exact ones of their version
     */
    record Tally(Latencies latencies, long errors, long wrong, Optional<String> firstError) {
        static Tally together(List<Tally> parts) {
            return new Tally(
                    Latencies.together(parts.stream().map(Tally::latencies).toList()),
                    parts.stream().mapToLong(Tally::errors).sum(),
                    parts.stream().mapToLong(Tally::wrong).sum(),
                    parts.stream().flatMap(part -> part.firstError().stream()).findFirst());
        }
    }

    /**
     * A client.
     *
     * @param first the question to start with
     * @param end when to stop, by {@link System#nanoTime}
     */
    SoakClient(Supplier<SoakVersion> current, int first, long end) {
        this.current = current;
        this.next = first;
        this.end = end;
    }

    @Override
    public Tally call() {
        while (System.nanoTime() < end) {
            ask(current.get());
        }
        return new Tally(latencies, errors, wrong, firstError);
    }

    private void ask(SoakVersion version) {
        int question = next++ % version.catalogue().questions().size();
        long start = System.nanoTime();
        try {
            List<Hit> answer =
                    version.index().search(version.catalogue().questions().get(question));
            latencies.add(System.nanoTime() - start);
            wrong += answer.equals(version.catalogue().answers().get(question)) ? 0 : 1;
        } catch (IndexException failed) {
            errors++;
            firstError = firstError.or(() -> Optional.of(String.valueOf(failed.getMessage())));
        }
    }
}
