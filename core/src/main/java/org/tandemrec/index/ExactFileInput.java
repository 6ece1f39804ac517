package org.tandemrec.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ExactFileOutput} wrote; an {@link EOFException} tells of more asked than there
 * is.
 */
final class ExactFileInput {
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(ExactFile.BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long unread;

    ExactFileInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.unread = channel.size();
    }

    int number() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    long longNumber() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        byte[] values = new byte[count(Byte.BYTES)];
        for (int done = 0; done < values.length; ) {
            int part = Math.min(values.length - done, filled(1).remaining());
            buffer.get(values, done, part);
            done += part;
        }
        return values;
    }

    int[] numbers() throws IOException {
        int[] values = new int[count(Integer.BYTES)];
        for (int done = 0; done < values.length; ) {
            int part = part(values.length - done, Integer.BYTES);
            buffer.asIntBuffer().get(values, done, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            done += part;
        }
        return values;
    }

    double[] doubles() throws IOException {
        double[] values = new double[count(Double.BYTES)];
        for (int done = 0; done < values.length; ) {
            int part = part(values.length - done, Double.BYTES);
            buffer.asDoubleBuffer().get(values, done, part);
            buffer.position(buffer.position() + part * Double.BYTES);
            done += part;
        }
        return values;
    }

    float[] floats() throws IOException {
        float[] values = new float[count(Float.BYTES)];
        for (int done = 0; done < values.length; ) {
            int part = part(values.length - done, Float.BYTES);
            buffer.asFloatBuffer().get(values, done, part);
            buffer.position(buffer.position() + part * Float.BYTES);
            done += part;
        }
        return values;
    }

    /** Reads the checksum and tells whether it is that of all before it, with nothing after it. */
    boolean endsWithItsChecksum() throws IOException {
        checksumOf(buffer.duplicate().flip());
        long expected = checksum.getValue();
        return longNumber() == expected && unread == 0 && !buffer.hasRemaining();
    }

    /** A count that the rest of the file has room for. */
    private int count(int width) throws IOException {
        int count = number();
        if (count < 0 || (long) count * width > unread + buffer.remaining()) {
            throw new EOFException();
        }
        return count;
    }

    private int part(int wanted, int width) throws IOException {
        return Math.min(wanted, filled(width).remaining() / width);
    }

    private ByteBuffer filled(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            refill();
        }
        if (buffer.remaining() < bytes) {
            throw new EOFException();
        }
        return buffer;
    }

    // What was consumed is counted into the checksum just before it is overwritten.
    private void refill() throws IOException {
        checksumOf(buffer.duplicate().flip());
        buffer.compact();
        while (buffer.hasRemaining() && unread > 0) {
            int read = channel.read(buffer);
            if (read < 0) {
                throw new EOFException();
            }
            unread -= read;
        }
        buffer.flip();
    }

    private void checksumOf(ByteBuffer consumed) {
        checksum.update(consumed);
    }
}
