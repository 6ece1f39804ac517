package org.tandemrec.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file of numbers, the lowest byte of each first. */
final class LittleEndianOutput implements AutoCloseable {
    private static final int BUFFERED_BYTES = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(BUFFERED_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void write(int[] numbers) throws IOException {
        for (int number : numbers) {
            makeRoom(Integer.BYTES).putInt(number);
        }
    }

    void write(long[] numbers) throws IOException {
        for (long number : numbers) {
            makeRoom(Long.BYTES).putLong(number);
        }
    }

    void write(float[] numbers) throws IOException {
        for (float number : numbers) {
            makeRoom(Float.BYTES).putFloat(number);
        }
    }

    private ByteBuffer makeRoom(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            drain();
        }
        return buffer;
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            drain();
        }
    }
}
