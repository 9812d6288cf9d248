package news.lede.web.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read. {@code path} is decoded and begins with a slash. {@code query} and {@code form} hold what was given, each name with its values in order; {@code form} is empty unless the
 * body is one. {@code headers} have names in lower case. {@code base} is where the visitor reached us: scheme, host and port.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares them
public record Visit(
        Method method,
        String path,
        Parameters query,
        Parameters form,
        byte[] body,
        Map<String, List<String>> headers,
        URI base) {
    /** Besides letters and digits what stands in a path as it is (RFC 3986). */
    private static final String PLAIN = "/-._~!$&'()*+,;=:@";

    /** How something was asked for. */
    public enum Method {
        GET,
        POST
    }

    public Visit {
        headers = Map.copyOf(headers);
    }

    /** The first of a header's values. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** What stands behind {@code path} in the address, by parts: of {@code /topics/economy/edit} below {@code /topics} "economy" and "edit". */
    public List<String> below(String path) {
        String rest = this.path.length() > path.length() ? this.path.substring(path.length()) : "";
        return Arrays.stream(rest.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /** The path as links have it. */
    public String address() {
        StringBuilder address = new StringBuilder(path.length());
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xFF);
            if (sign < 0x80 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0)) {
                address.append(sign);
            } else {
                address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return address.toString();
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return headers.getOrDefault("cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    public boolean isPost() {
        return method == Method.POST;
    }
}
