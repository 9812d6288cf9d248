package news.lede.discord;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Writes a text in fewer characters: deflated, fourteen bits to each of 16,384 characters that stand alone in every normal form of Unicode, from U+4E00 on. Discord counts characters, not bytes, so 98 of them hold
 * 171 bytes, without anything being stored. Pure.
 */
final class Packed {
    private static final int BITS = 14;
    private static final char FIRST = '\u4E00';
    /** More than a command has; what claims to be more was not written here. */
    private static final int MOST_BYTES = 2_000;

    private Packed() {}

    static String pack(String text) {
        byte[] bytes = deflated(text.getBytes(StandardCharsets.UTF_8));
        BitSet bits = BitSet.valueOf(bytes);
        int length = bytes.length * Byte.SIZE;
        // Says where the text ends; the rest of the last character is nothing.
        bits.set(length);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at <= length; at += BITS) {
            long[] next = bits.get(at, at + BITS).toLongArray();
            out.append((char) (FIRST + (next.length == 0 ? 0 : (int) next[0])));
        }
        return out.toString();
    }

    /** Empty for what {@link #pack} did not write. */
    static Optional<String> unpack(String packed) {
        BitSet bits = new BitSet();
        for (int i = 0; i < packed.length(); i++) {
            int value = packed.charAt(i) - FIRST;
            if (value < 0 || value >= 1 << BITS) {
                return Optional.empty();
            }
            for (int bit = 0; bit < BITS; bit++) {
                bits.set(i * BITS + bit, (value >> bit & 1) == 1);
            }
        }
        int end = bits.length() - 1;
        if (end <= 0 || end % Byte.SIZE != 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[end / Byte.SIZE];
        byte[] known = bits.get(0, end).toByteArray();
        System.arraycopy(known, 0, bytes, 0, known.length);
        return inflated(bytes);
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[512];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static Optional<String> inflated(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            byte[] buffer = new byte[MOST_BYTES];
            int length = inflater.inflate(buffer);
            return inflater.finished()
                    ? Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(buffer, 0, length))
                            .toString())
                    : Optional.empty();
        } catch (DataFormatException | CharacterCodingException foreign) {
            return Optional.empty();
        }
    }
}
