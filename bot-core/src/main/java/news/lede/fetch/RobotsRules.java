package news.lede.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one robots.txt says to one program (RFC 9309). The groups that name the program count, all together; without any, those for everybody. Of the rules that fit a
 * path the longest wins, and of two of equal length the one that allows. Pure and immutable.
 */
public final class RobotsRules {
    /** RFC 9309 section 2.5 asks for at least this much; what stands behind it is not read. */
    static final int MAX_BYTES = 500 * 1024;

    /** Longer ones than this are no paths but attempts to keep us busy. */
    private static final int LONGEST = 2_048;

    private static final String UNRESERVED = "-._~";
    private static final String EVERYBODY = "*";

    /** Nothing is forbidden. */
    public static final RobotsRules ALL_ALLOWED = new RobotsRules(List.of());
    /** Everything is. */
    public static final RobotsRules NONE_ALLOWED = new RobotsRules(List.of(new Rule("/", false)));

    private record Rule(String pattern, boolean allows) {}

    private final List<Rule> rules;

    private RobotsRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads the rules for the program that calls itself {@code token}, such as {@code Lede}. What cannot be read is skipped. */
    public static RobotsRules parse(byte[] file, String token) {
        boolean cut = file.length > MAX_BYTES;
        String text = new String(cut ? Arrays.copyOf(file, MAX_BYTES) : file, UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (cut) {
            lines.removeLast(); // half a rule may mean something else
        }
        List<Rule> own = new ArrayList<>();
        List<Rule> everybody = new ArrayList<>();
        boolean named = false;
        boolean ours = false;
        boolean all = false;
        boolean inAgents = false;
        for (String line : lines) {
            Optional<Line> read = Line.of(line);
            if (read.isEmpty()) {
                continue;
            }
            String key = read.get().key();
            String value = read.get().value();
            if (key.equals("user-agent")) {
                if (!inAgents) {
                    ours = false;
                    all = false;
                }
                inAgents = true;
                ours |= token(value).equalsIgnoreCase(token);
                all |= value.equals(EVERYBODY);
                named |= ours;
            } else if (key.equals("allow") || key.equals("disallow")) {
                inAgents = false;
                if (!value.isEmpty() && value.length() <= LONGEST) {
                    Rule rule = new Rule(normal(value), key.equals("allow"));
                    if (ours) {
                        own.add(rule);
                    }
                    if (all) {
                        everybody.add(rule);
                    }
                }
            }
        }
        return new RobotsRules(named ? own : everybody);
    }

    private record Line(String key, String value) {
        static Optional<Line> of(String line) {
            int comment = line.indexOf('#');
            String text = comment < 0 ? line : line.substring(0, comment);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Line(
                            bare(text.substring(0, colon)).toLowerCase(Locale.ROOT), bare(text.substring(colon + 1))));
        }

        /** Without blanks around it and without the byte order mark that may open the file. */
        private static String bare(String text) {
            return text.replace("\uFEFF", "").replace("\u0000", "").strip();
        }
    }

    /** The name at the start: {@code Lede/1.0} and {@code Lede bot} both speak to {@code Lede}. */
    private static String token(String agent) {
        int end = 0;
        while (end < agent.length()
                && (Character.isLetter(agent.charAt(end)) || "-_".indexOf(agent.charAt(end)) >= 0)) {
            end++;
        }
        return agent.substring(0, end);
    }

    /** Whether {@code page} may be read. */
    public boolean allows(URI page) {
        String path =
                Optional.ofNullable(page.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        if (path.equals("/robots.txt")) {
            return true;
        }
        String whole = normal(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        String asked = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        int longest = -1;
        boolean allowed = true;
        for (Rule rule : rules) {
            int length = rule.pattern().length();
            boolean decides = length > longest || (length == longest && rule.allows() && !allowed);
            if (decides && fits(rule.pattern(), asked)) {
                longest = length;
                allowed = rule.allows();
            }
        }
        return allowed;
    }

    /** Whether {@code path} begins with {@code pattern}, where {@code *} stands for anything and {@code $} at the end for the end. Takes the leftmost fit of each part. */
    private static boolean fits(String pattern, String path) {
        boolean toEnd = pattern.endsWith("$");
        String open = toEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
        int star = open.indexOf('*');
        String start = star < 0 ? open : open.substring(0, star);
        if (!path.startsWith(start)) {
            return false;
        }
        if (star < 0) {
            return !toEnd || path.length() == start.length();
        }
        int at = start.length();
        int from = star + 1;
        for (int next = open.indexOf('*', from); next >= 0; next = open.indexOf('*', from)) {
            String part = open.substring(from, next);
            int found = path.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
            from = next + 1;
        }
        String last = open.substring(from);
        return toEnd ? path.length() - last.length() >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
    }

    /** One spelling for paths that mean the same (RFC 9309 section 2.2.2): bytes beyond ASCII as escapes, escapes in upper case, and none for plain letters. */
    private static String normal(String path) {
        StringBuilder out = new StringBuilder(path.length());
        byte[] bytes = path.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean escape = c == '%'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2]);
            if (escape) {
                c = HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]);
                i += 2;
            }
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (c < 128 && (!escape || plain || UNRESERVED.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return out.toString();
    }
}
