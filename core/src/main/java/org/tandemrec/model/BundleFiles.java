package org.tandemrec.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The names of a bundle's files, their hashes, and how numbers are written to them. */
final class BundleFiles {
    static final String MANIFEST = "manifest.json";
    static final String RECIPE = "recipe.json";
    static final String VOCABULARIES = "vocabularies.json";
    static final String USER_TOWER = "user-tower.onnx";
    static final String ITEM_TOWER = "item-tower.onnx";
    static final String CATALOGUE = "items.jsonl";
    static final String USER_CODES = "users.codes";
    static final String ITEM_CODES = "items.codes";
    static final String HISTORIES = "histories.bin";

    private static final int CHUNK = 1 << 16;

    private BundleFiles() {}

    /** SHA-256 of a file, in hexadecimal. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first twelve digits of the SHA-256 over the names and hashes, in the names' order. */
    static String id(Map<String, String> hashes) {
        MessageDigest digest = sha256();
        new TreeMap<>(hashes)
                .forEach(
                        (name, hash) ->
                                digest.update(
                                        (name + ' ' + hash + '\n')
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static void writeInts(FileChannel channel, int[] numbers) throws IOException {
        ByteBuffer buffer = buffer(Integer.BYTES);
        for (int number : numbers) {
            drainWhenFull(channel, buffer);
            buffer.putInt(number);
        }
        drain(channel, buffer);
    }

    static void writeLongs(FileChannel channel, long[] numbers) throws IOException {
        ByteBuffer buffer = buffer(Long.BYTES);
        for (long number : numbers) {
            drainWhenFull(channel, buffer);
            buffer.putLong(number);
        }
        drain(channel, buffer);
    }

    static void writeFloats(FileChannel channel, float[] numbers) throws IOException {
        ByteBuffer buffer = buffer(Float.BYTES);
        for (float number : numbers) {
            drainWhenFull(channel, buffer);
            buffer.putFloat(number);
        }
        drain(channel, buffer);
    }

    private static ByteBuffer buffer(int bytesEach) {
        return ByteBuffer.allocateDirect(CHUNK * bytesEach).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void drainWhenFull(FileChannel channel, ByteBuffer buffer) throws IOException {
        if (!buffer.hasRemaining()) {
            drain(channel, buffer);
        }
    }

    private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
