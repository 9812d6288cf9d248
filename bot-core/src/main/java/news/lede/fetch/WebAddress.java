package news.lede.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses as they are written in the wild: with blanks around, letters of any language in host and path, and characters that {@link URI} refuses. What is read
 * is plain ASCII, and its host is in lower case.
 */
public final class WebAddress {
    /** Characters that stand for themselves in path and query; all others are percent-encoded. */
    private static final String PLAIN = "!$&'()*+,-./:;=?@_~";

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
    private static final int LONGEST = 8 * 1024;

    private WebAddress() {}

    /** The address that {@code text} means; empty when it means none. */
    public static Optional<URI> parse(String text) {
        String clean = cleaned(text);
        int scheme = clean.indexOf(':');
        if (clean.isEmpty() || clean.length() > LONGEST || scheme <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    URI.create(clean.startsWith("//", scheme + 1) ? withPlainHost(clean, scheme) : encoded(clean)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where {@code reference} leads from {@code base}; empty when it cannot be read. */
    public static Optional<URI> resolve(URI base, String reference) {
        String written = cleaned(reference);
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        if (hasScheme(written)) {
            return parse(written);
        }
        String clean = slashed(written);
        if (clean.startsWith("//")) {
            return parse(base.getScheme() + ":" + clean);
        }
        try {
            URI rooted = base.getRawPath().isEmpty() ? base.resolve("/") : base;
            // URI.resolve drops the last step of the path for a bare query.
            String whole = clean.startsWith("?") ? rooted.getRawPath() + clean : clean;
            return Optional.of(whole.isEmpty() ? rooted : rooted.resolve(encoded(whole)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A header's value as the server meant it: bytes of a header reach us one character each, and many servers write UTF-8.
     */
    public static String fromHeader(String value) {
        byte[] bytes = value.getBytes(ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    /** The host in lower case, without the dot that may end it; an IPv6 literal in its brackets; empty when there is none. */
    public static String host(URI address) {
        String authority = Optional.ofNullable(address.getRawAuthority()).orElse("");
        String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
        int end = hostPort.startsWith("[") ? hostPort.indexOf(']') + 1 : hostPort.lastIndexOf(':');
        String host = (end > 0 ? hostPort.substring(0, end) : end == 0 && hostPort.startsWith(":") ? "" : hostPort)
                .toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** The port that is connected to; -1 when what is written is none. */
    public static int port(URI address) {
        String authority = Optional.ofNullable(address.getRawAuthority()).orElse("");
        int colon = authority.lastIndexOf(':');
        if (colon < 0
                || authority.indexOf(']', colon) >= 0
                || authority.indexOf('@', colon) >= 0
                || colon == authority.length() - 1) {
            return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        }
        String digits = authority.substring(colon + 1);
        boolean port = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = port ? Integer.parseInt(digits) : -1;
        return number > 0 && number <= 65_535 ? number : -1;
    }

    /** The address as it may be shown and logged: a name and password before the host are left out. */
    public static URI withoutCredentials(URI address) {
        String authority = Optional.ofNullable(address.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        return at < 0
                ? address
                : URI.create(address.toString().replaceFirst(Pattern.quote(authority.substring(0, at + 1)), ""));
    }

    /** {@code :PORT} when it is not the usual one of http or https, else nothing. */
    static String portSuffix(URI address) {
        int port = port(address);
        return port == 80 || port == 443 ? "" : ":" + port;
    }

    private static boolean hasScheme(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && text.substring(0, colon)
                        .chars()
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
    }

    /** Without blanks around it, without the line breaks and tabs inside that browsers drop too, without the fragment, which is never sent. */
    private static String cleaned(String text) {
        String line = BREAKS.matcher(text.strip()).replaceAll("");
        int fragment = line.indexOf('#');
        return fragment < 0 ? line : line.substring(0, fragment);
    }

    /** With the backslashes before a query turned, as browsers do. */
    private static String slashed(String text) {
        int query = text.indexOf('?');
        int end = query < 0 ? text.length() : query;
        return text.substring(0, end).replace('\\', '/') + text.substring(end);
    }

    private static String withPlainHost(String text, int scheme) {
        int from = scheme + 3;
        int end = from;
        while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int host = text.lastIndexOf('@', end - 1) < from ? from : text.lastIndexOf('@', end - 1) + 1;
        int colon = text.indexOf(':', host);
        int hostEnd = text.startsWith("[", host) || colon < 0 || colon > end ? end : colon;
        String name = text.substring(host, hostEnd);
        return text.substring(0, scheme).toLowerCase(Locale.ROOT) + "://" + encoded(text.substring(from, host))
                + plain(name) + text.substring(hostEnd, end)
                + encoded(slashed(text.substring(end)));
    }

    /** In the letters that name servers know. Dots of other scripts become dots here, before the host is looked at. */
    private static String plain(String host) {
        boolean ascii = host.chars().allMatch(c -> c < 128);
        return (ascii ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean letter = c < 128 && Character.isLetterOrDigit(c);
            if (letter || PLAIN.indexOf(c) >= 0 || (c == '%' && isEscape(text, i))) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(UTF_8)) {
                    out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
