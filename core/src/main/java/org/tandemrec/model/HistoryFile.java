package org.tandemrec.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedInteractions;

/**
 * The file of all users' histories, little-endian: {@code users + 1} 64-bit starts, then for all
 * events, user after user and oldest first, the times (64-bit seconds), the items' rows (32-bit)
 * and the values (32-bit floats). One user is read without reading the others. Safe for any thread.
 */
final class HistoryFile {
    private static final int BYTES_PER_EVENT = Long.BYTES + Integer.BYTES + Float.BYTES;

    private final Path file;
    private final int users;

    /**
     * The histories in a file.
     *
     * @param users how many rows of users there are, the unknown one among them
     */
    HistoryFile(Path file, int users) {
        this.file = file;
        this.users = users;
    }

    static void write(EncodedInteractions interactions, int users, Path file) throws IOException {
        long[] starts = starts(interactions, users);
        int[] order = byUserAndTime(interactions, starts);
        EncodedInteractions sorted = interactions.select(order);
        try (LittleEndianOutput output = new LittleEndianOutput(file)) {
            output.write(starts);
            output.write(sorted.times());
            output.write(sorted.items());
            output.write(sorted.values());
        }
    }

    /**
     * How long the file is.
     *
     * @param users how many rows of users there are, the unknown one among them
     */
    static long bytes(int users, long events) {
        return (users + 1L) * Long.BYTES + events * BYTES_PER_EVENT;
    }

    private static long[] starts(EncodedInteractions interactions, int users) {
        int[] counts = EncodedInteractions.counts(interactions.users(), users);
        long[] starts = new long[users + 1];
        for (int user = 0; user < users; user++) {
            starts[user + 1] = starts[user] + counts[user];
        }
        return starts;
    }

    private static int[] byUserAndTime(EncodedInteractions interactions, long[] starts) {
        int[] order = new int[interactions.size()];
        long[] next = starts.clone();
        for (int event = 0; event < order.length; event++) {
            order[(int) next[interactions.users()[event]]++] = event;
        }
        for (int user = 0; user + 1 < starts.length; user++) {
            sortByTime(order, (int) starts[user], (int) starts[user + 1], interactions.times());
        }
        return order;
    }

    private static void sortByTime(int[] order, int from, int to, long[] times) {
        int[] sorted =
                IntStream.range(from, to)
                        .mapToObj(position -> order[position])
                        .sorted(Comparator.comparingLong(event -> times[event]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    /** What all users did, user after user. */
    EncodedInteractions readAll() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int header = (users + 1) * Long.BYTES;
            int count = (int) ((channel.size() - header) / BYTES_PER_EVENT);
            LongBuffer starts = read(channel, 0, header).asLongBuffer();
            int[] owners = new int[count];
            for (int user = 0; user < users; user++) {
                Arrays.fill(owners, (int) starts.get(user), (int) starts.get(user + 1), user);
            }
            long items = header + (long) count * Long.BYTES;
            long values = items + (long) count * Integer.BYTES;
            return new EncodedInteractions(
                    owners,
                    ints(read(channel, items, count * Integer.BYTES), count),
                    floats(read(channel, values, count * Float.BYTES), count),
                    longs(read(channel, header, count * Long.BYTES), count));
        }
    }

    /** What one user did. */
    History read(int user) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bounds = read(channel, (long) user * Long.BYTES, 2 * Long.BYTES);
            long start = bounds.getLong();
            int count = (int) (bounds.getLong() - start);
            long header = (users + 1L) * Long.BYTES;
            long events = (channel.size() - header) / BYTES_PER_EVENT;
            long items = header + events * Long.BYTES;
            long values = items + events * Integer.BYTES;
            return new History(
                    ints(
                            read(channel, items + start * Integer.BYTES, count * Integer.BYTES),
                            count),
                    floats(read(channel, values + start * Float.BYTES, count * Float.BYTES), count),
                    longs(read(channel, header + start * Long.BYTES, count * Long.BYTES), count));
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int bytes)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("ends before byte " + (position + bytes));
            }
        }
        return buffer.flip();
    }

    private static int[] ints(ByteBuffer buffer, int count) {
        int[] numbers = new int[count];
        buffer.asIntBuffer().get(numbers);
        return numbers;
    }

    private static float[] floats(ByteBuffer buffer, int count) {
        float[] numbers = new float[count];
        buffer.asFloatBuffer().get(numbers);
        return numbers;
    }

    private static long[] longs(ByteBuffer buffer, int count) {
        long[] numbers = new long[count];
        buffer.asLongBuffer().get(numbers);
        return numbers;
    }
}
