package news.lede.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.fetch.FetchRequest.Wanted;
import news.lede.fetch.Validators;
import news.lede.fetch.WebAddress;

/**
 * The bytes of a request: no cookies, no referrer, nothing that tells more of us than who we are. Validators go out as they came in, byte for byte: headers are read and
 * written one byte for a character.
 */
final class Question {
    private static final int USUAL_LENGTH = 512;

    private final String agent;

    /** {@code agent} says who we are and how to reach us, best as {@code Name/version (+address)}. */
    Question(String agent) {
        this.agent = agent;
    }

    byte[] bytes(URI address, Validators validators, Wanted wanted, OptionalInt followers) {
        StringBuilder out = begun("GET", address);
        header(out, "User-Agent", agent(followers));
        header(out, "Accept", accept(wanted));
        header(out, "Accept-Encoding", "gzip");
        // With thousands of hosts a connection is hardly ever used twice, and keeping it open would cost the publisher.
        header(out, "Connection", "close");
        validators.etag().ifPresent(tag -> header(out, "If-None-Match", tag));
        validators.lastModified().ifPresent(date -> header(out, "If-Modified-Since", date));
        return out.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /** A form that is sent, with its {@code body}. */
    byte[] formBytes(URI address, byte[] body) {
        StringBuilder out = begun("POST", address);
        header(out, "User-Agent", agent);
        header(out, "Content-Type", "application/x-www-form-urlencoded");
        header(out, "Content-Length", String.valueOf(body.length));
        header(out, "Connection", "close");
        byte[] head = out.append("\r\n").toString().getBytes(ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static StringBuilder begun(String method, URI address) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        out.append(method).append(' ').append(path.isEmpty() ? "/" : path);
        if (address.getRawQuery() != null) {
            out.append('?').append(address.getRawQuery());
        }
        out.append(" HTTP/1.1\r\n");
        header(out, "Host", hostHeader(address));
        return out;
    }

    private static void header(StringBuilder out, String name, String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            out.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private static String hostHeader(URI address) {
        int port = WebAddress.port(address);
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return port == usual ? WebAddress.host(address) : WebAddress.host(address) + ":" + port;
    }

    /** With the number of followers inside the brackets, where publishers look for it. */
    String agent(OptionalInt followers) {
        int count = followers.orElse(0);
        if (count < 1) {
            return agent;
        }
        String told = count + (count == 1 ? " follower)" : " followers)");
        return agent.endsWith(")") ? agent.substring(0, agent.length() - 1) + "; " + told : agent + " (" + told;
    }

    private static String accept(Wanted wanted) {
        return switch (wanted) {
            case FEED ->
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
            case PAGE -> "text/html, application/xhtml+xml, */*;q=0.5";
            case ANYTHING -> "*/*";
        };
    }
}
