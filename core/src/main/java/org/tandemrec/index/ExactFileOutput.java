package org.tandemrec.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes numbers and texts, little end first, and counts them into a checksum. */
final class ExactFileOutput {
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(ExactFile.BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    ExactFileOutput(FileChannel channel) {
        this.channel = channel;
    }

    void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void longNumber(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The count of bytes, then the bytes. */
    void bytes(byte[] values) throws IOException {
        number(values.length);
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, room(1).remaining());
            buffer.put(values, done, count);
            done += count;
        }
    }

    /** The count of numbers, then the numbers. */
    void numbers(int[] values) throws IOException {
        number(values.length);
        for (int value : values) {
            number(value);
        }
    }

    /** The count of numbers, then the numbers. */
    void doubles(double[] values) throws IOException {
        number(values.length);
        for (double value : values) {
            room(Double.BYTES).putDouble(value);
        }
    }

    /** The count of floats, then the floats. */
    void floats(float[] values) throws IOException {
        number(values.length);
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, room(Float.BYTES).remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, done, count);
            buffer.position(buffer.position() + count * Float.BYTES);
            done += count;
        }
    }

    /** Ends the file with the checksum of all before it, and waits until the disk has it. */
    void finish() throws IOException {
        drain();
        longNumber(checksum.getValue());
        drain();
        channel.force(true);
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            drain();
        }
        return buffer;
    }

    private void drain() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
