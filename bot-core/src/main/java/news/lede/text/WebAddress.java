package news.lede.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes addresses of what documents write as links. Blanks around and controls inside are dropped, as browsers do; characters that would break out of a
 * page or a chat are percent-encoded; a name and password before the host are left out; a host with letters beyond ASCII is written as registrars do.
 * Pure.
 */
public final class WebAddress {
    /** Longer than any address that a server takes. */
    private static final int LONGEST = 8192;

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private WebAddress() {}

    /** The absolute http or https address that {@code written} is; empty for anything else. */
    public static Optional<URI> absolute(String written) {
        return web(clean(written));
    }

    /**
     * The http or https address that {@code written} means in a document at {@code base} (RFC 3986, section 5); empty for other schemes, and for a relative address
     * without a base.
     */
    public static Optional<URI> resolve(Optional<URI> base, String written) {
        String reference = clean(written);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        if (hasScheme(reference)) {
            return web(reference);
        }
        return base.flatMap(b -> web(join(b, reference)));
    }

    private static String join(URI base, String reference) {
        String root = base.getScheme() + ":";
        if (reference.startsWith("//")) {
            return root + reference;
        }
        root = root + "//" + base.getRawAuthority();
        String path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return switch (reference.charAt(0)) {
            case '/' -> root + withoutDots(reference);
            case '?' -> root + path + reference;
            case '#' -> root + path + query + reference;
            default -> root + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + reference);
        };
    }

    /** The address with "." and ".." steps of its path taken. */
    private static String withoutDots(String reference) {
        int end = reference.length();
        for (int i = 0; i < end; i++) {
            if (reference.charAt(i) == '?' || reference.charAt(i) == '#') {
                end = i;
            }
        }
        String path = reference.substring(0, end);
        if (!path.contains("/.")) {
            return reference;
        }
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < path.length(); ) {
            int next = path.indexOf('/', at + 1);
            String step = path.substring(at, next < 0 ? path.length() : next);
            boolean up = step.equals("/..");
            if (up) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            }
            if (!up && !step.equals("/.")) {
                out.append(step);
            } else if (next < 0) {
                out.append('/');
            }
            at = next < 0 ? path.length() : next;
        }
        return out + reference.substring(end);
    }

    private static Optional<URI> web(String address) {
        boolean http = address.regionMatches(true, 0, "http:", 0, 5);
        boolean https = !http && address.regionMatches(true, 0, "https:", 0, 6);
        if (!http && !https) {
            return Optional.empty();
        }
        int start = http ? 5 : 6;
        while (start < address.length() && (address.charAt(start) == '/' || address.charAt(start) == '\\')) {
            start++;
        }
        int end = start;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(start, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        if (authority.isEmpty() || authority.startsWith(":")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address.substring(0, http ? 5 : 6) + "//" + host(authority) + encoded(address, end));
            return uri.getRawAuthority() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A host that no registrar would give: there is nothing behind such a link.
            return Optional.empty();
        }
    }

    private static String host(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            if (authority.charAt(i) > 127) {
                int port = authority.lastIndexOf(':');
                String name = port < 0 ? authority : authority.substring(0, port);
                return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT)
                        + (port < 0 ? "" : authority.substring(port));
            }
        }
        return authority;
    }

    private static String encoded(String address, int from) {
        StringBuilder out = null;
        boolean fragment = false;
        for (int i = from; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean bad = "\"<>\\^`{|}[] ".indexOf(c) >= 0
                    || c == '%' && !(isHex(address, i + 1) && isHex(address, i + 2))
                    || c == '#' && fragment
                    || c > 127 && !isOrdinary(c);
            fragment |= c == '#';
            if (bad) {
                if (out == null) {
                    out = new StringBuilder(address.length() + 16).append(address, from, i);
                }
                if (c > 127) {
                    continue;
                }
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? address.substring(from) : out.toString();
    }

    /** Letters, marks and signs; blanks of any kind, controls and direction marks beyond ASCII are not, and are dropped. */
    private static boolean isOrdinary(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
    }

    private static boolean hasScheme(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            boolean allowed = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
            if (!allowed) {
                return false;
            }
        }
        return false;
    }

    /** Without blanks around and controls inside; empty when it is too long to be an address. */
    private static String clean(String written) {
        if (written.length() > 2 * LONGEST) {
            return "";
        }
        String bare = written.strip();
        for (int i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) < ' ' || bare.charAt(i) == 127) {
                StringBuilder out = new StringBuilder(bare.length());
                bare.chars().filter(c -> c >= ' ' && c != 127).forEach(c -> out.append((char) c));
                bare = out.toString().strip();
                break;
            }
        }
        return bare.length() > LONGEST ? "" : bare;
    }
}
