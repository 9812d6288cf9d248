package news.lede.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes whose charset is claimed, wrongly claimed or not known into text.
 *
 * <p>In order: a byte order mark; zero bytes that show UTF-16 or UTF-32; ISO-2022-JP escapes; valid UTF-8 with at least one character beyond ASCII (it wins over
 * any label, since other charsets hardly ever look like it); the transport's charset; the document's own declaration in its first 2 KiB; UTF-8 when the bytes are
 * ASCII; windows-1252. Labels mean what browsers take them for (latin1 is windows-1252). Never fails. Pure.
 */
public final class ByteText {
    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:encoding|charset)\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([a-z0-9_:.-]{2,40})");
    private static final int HEAD = 2048;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Pattern WINDOWS_NUMBER = Pattern.compile("(?:x-)?(?:cp|win|windows)[-_]?(125[0-8])");
    private static final Map<String, String> AS_BROWSERS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("latin5", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("big-5", "big5-hkscs"),
            Map.entry("x-x-big5", "big5-hkscs"),
            Map.entry("x-euc-jp", "euc-jp"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("utf8", "utf-8"),
            Map.entry("unicode", "utf-16le"),
            Map.entry("utf-16", "utf-16le"),
            Map.entry("x-user-defined", "windows-1252"));

    private ByteText() {}

    /** The text of {@code bytes}; {@code transport} is the charset that came with them, if any. Without a byte order mark. */
    public static String decode(byte[] bytes, Optional<String> transport) {
        int length = bytes.length;
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, length - 3, StandardCharsets.UTF_8);
        }
        Optional<Charset> fourBytes = fourBytes(bytes);
        if (fourBytes.isPresent()) {
            String text = new String(bytes, fourBytes.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, length - 2, StandardCharsets.UTF_16LE);
        }
        if (length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (isEscapeCoded(bytes)) {
            return new String(bytes, Charset.forName("ISO-2022-JP"));
        }
        Optional<String> utf8 = utf8(bytes);
        if (utf8.isPresent() && utf8.get().length() < length) {
            return utf8.get();
        }
        Optional<Charset> named = transport.flatMap(ByteText::named).or(() -> declared(bytes));
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8) && !isWide(named.get())) {
            return new String(bytes, named.get());
        }
        if (utf8.isPresent()) {
            return utf8.get();
        }
        // Labelled or taken for UTF-8, with faults. A few cut characters among many good ones are damage; otherwise it
        // is another charset.
        String repaired = new String(bytes, StandardCharsets.UTF_8);
        long faults = repaired.chars().filter(c -> c == '\uFFFD').count();
        long good = repaired.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return named.isPresent() && good > 4 * faults || good > 20 * faults
                ? repaired
                : new String(bytes, WINDOWS_1252);
    }

    /** UTF-32, by its mark or by three zero bytes beside the first sign. */
    private static Optional<Charset> fourBytes(byte[] bytes) {
        if (bytes.length < 8) {
            return Optional.empty();
        }
        boolean big = starts(bytes, 0, 0, 0xFE, 0xFF) || starts(bytes, 0, 0, 0) && bytes[3] != 0 && bytes[4] == 0;
        boolean little = starts(bytes, 0xFF, 0xFE, 0, 0)
                || bytes[0] != 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 && bytes[4] != 0;
        return big ? Optional.of(UTF_32BE) : little ? Optional.of(UTF_32LE) : Optional.empty();
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** The charset that a label means to browsers; empty for one that no one knows. */
    public static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher windows = WINDOWS_NUMBER.matcher(name);
            return Optional.of(Charset.forName(
                    windows.matches() ? "windows-" + windows.group(1) : AS_BROWSERS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    private static boolean isEscapeCoded(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length && i < 4 * HEAD; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            if (bytes[i] == 0x1B
                    && ((bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@'))
                            || (bytes[i + 1] == '(' && bytes[i + 2] == 'J'))) {
                return true;
            }
        }
        return false;
    }

    /** The text of bytes that are UTF-8 without fault. */
    private static Optional<String> utf8(byte[] bytes) {
        // Quicker than a decoder that reports; where it had to mend something, its mark is in the text.
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        if (lenient.indexOf('\uFFFD') < 0) {
            return Optional.of(lenient);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
