package news.lede.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.community.PersonKey;
import news.lede.fetch.AllowedAddress;
import news.lede.opml.PackName;
import news.lede.summary.ExtractLimit;

/** The kinds of values that settings have. */
final class Types {
    private static final Pattern CONTACT = Pattern.compile(
            "https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~/%+-]*)?|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)");
    private static final Pattern EXTRACT_LIMIT =
            Pattern.compile("(\\d{1,4})\\s+sentences?\\s*,\\s*(\\d{1,6})\\s+characters?");
    private static final Pattern PERSON = Pattern.compile("(discord|telegram):(\\d{1,20})");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:.]+");
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Duration LONGEST_KEPT = Duration.ofDays(36_500);

    private Types() {}

    static Type<Secret> secret() {
        return new Type<>("the text as you were given it", "\"type\": \"string\"", false, true, items -> {
            String text = items.isEmpty() ? "" : items.getFirst();
            if (text.chars().anyMatch(c -> c <= ' ')) {
                throw new BadValue("the value (not shown) has a space or line break inside");
            }
            return text.isEmpty() ? Secret.NONE : new Secret(text);
        });
    }

    /** A secret of our own making, which nobody must be able to guess. */
    static Type<Secret> longSecret(int fewest) {
        return new Type<>("a word of " + fewest + " characters or more", "\"type\": \"string\"", false, true, items -> {
            String text = items.isEmpty() ? "" : items.getFirst();
            if (text.chars().anyMatch(c -> c <= ' ')) {
                throw new BadValue("the value (not shown) has a space or line break inside");
            }
            if (!text.isEmpty() && text.length() < fewest) {
                throw new BadValue("the value (not shown) has " + text.length() + " characters, which can be guessed");
            }
            return text.isEmpty() ? Secret.NONE : new Secret(text);
        });
    }

    /** A password may hold anything. */
    static Type<Secret> password() {
        return new Type<>(
                "the text as you were given it",
                "\"type\": \"string\"",
                false,
                true,
                items -> items.isEmpty() ? Secret.NONE : new Secret(items.getFirst()));
    }

    static Type<Optional<String>> text() {
        return new Type<>(
                "any text",
                "\"type\": \"string\"",
                false,
                false,
                items -> items.stream().findFirst());
    }

    /** The path of a file; whether it is there and what it holds is looked at by whoever reads it. */
    static Type<Optional<Path>> file() {
        return new Type<>("the path of a file", "\"type\": \"string\"", false, false, items -> {
            try {
                return items.stream().findFirst().map(Path::of);
            } catch (InvalidPathException e) {
                throw new BadValue("\"" + items.getFirst() + "\" cannot be the path of a file");
            }
        });
    }

    static Type<Boolean> bool() {
        return scalar("true or false", "\"type\": \"boolean\"", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new BadValue("\"" + text + "\" is neither true nor false");
        });
    }

    /** A number of things, from none to {@code most}. */
    static Type<Integer> count(int most) {
        return count(0, most);
    }

    static Type<Integer> count(int least, int most) {
        return scalar(
                "a whole number from " + least + " to " + most,
                "\"type\": \"integer\", \"minimum\": " + least + ", \"maximum\": " + most,
                text -> {
                    if (!text.matches("\\d{1,9}")) {
                        throw new BadValue("\"" + text + "\" is not a whole number");
                    }
                    int count = Integer.parseInt(text);
                    if (count > most) {
                        throw new BadValue(text + " is more than " + most);
                    }
                    if (count < least) {
                        throw new BadValue(text + " is less than " + least);
                    }
                    return count;
                });
    }

    static Type<Integer> port() {
        return scalar(
                "a port from 1 to 65535, 0 for any free one, or -1 for off",
                "\"type\": \"integer\", \"minimum\": -1, \"maximum\": 65535",
                text -> {
                    if (!text.matches("-?\\d{1,9}")) {
                        throw new BadValue("\"" + text + "\" is not a whole number");
                    }
                    int port = Integer.parseInt(text);
                    if (port < -1 || port > 65_535) {
                        throw new BadValue("there is no port " + port);
                    }
                    return port;
                });
    }

    static Type<String> host() {
        return scalar("an IP address or a host name", "\"type\": \"string\"", text -> {
            if (!HOST.matcher(text).matches()) {
                throw new BadValue("\"" + text + "\" is neither an IP address nor a host name");
            }
            return text;
        });
    }

    static Type<Duration> interval() {
        return scalar(
                "a number with s, m, h or d, from 1s to 7d",
                "\"type\": \"string\", \"pattern\": \"^[0-9]+ *[smhd]$\"",
                text -> {
                    Matcher m = DURATION.matcher(text.toLowerCase(Locale.ROOT));
                    if (!m.matches()) {
                        throw new BadValue("\"" + text + "\" is not a length of time");
                    }
                    long count = Long.parseLong(m.group(1));
                    Duration length = switch (m.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
                    if (length.isZero() || length.compareTo(LONGEST_INTERVAL) > 0) {
                        throw new BadValue("\"" + text + "\" is not between 1s and 7d");
                    }
                    return length;
                });
    }

    /** One of a few words. */
    static <E extends Enum<E>> Type<E> choice(Class<E> words) {
        List<String> all = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        return scalar(
                "one of " + String.join(", ", all),
                "\"type\": \"string\", \"enum\": [\"" + String.join("\", \"", all) + "\"]",
                text -> {
                    if (!all.contains(text.toLowerCase(Locale.ROOT))) {
                        throw new BadValue("\"" + text + "\" is none of " + String.join(", ", all));
                    }
                    return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
                });
    }

    /** How long something is kept: whole days, a century at most. */
    static Type<Duration> days() {
        return scalar(
                "a number of days with d, from 1d to 36500d",
                "\"type\": \"string\", \"pattern\": \"^[0-9]+ *d$\"",
                text -> {
                    Matcher m = DURATION.matcher(text.toLowerCase(Locale.ROOT));
                    if (!m.matches() || !m.group(2).equals("d")) {
                        throw new BadValue("\"" + text + "\" is not a number of days");
                    }
                    Duration length = Duration.ofDays(Long.parseLong(m.group(1)));
                    if (length.isZero() || length.compareTo(LONGEST_KEPT) > 0) {
                        throw new BadValue("\"" + text + "\" is not between 1d and 36500d");
                    }
                    return length;
                });
    }

    static Type<ExtractLimit> extractLimit() {
        return scalar(
                "how many sentences and how many characters",
                "\"type\": \"string\", \"pattern\": \"^[0-9]+ sentences?, *[0-9]+ characters?$\"",
                text -> {
                    Matcher m = EXTRACT_LIMIT.matcher(text.toLowerCase(Locale.ROOT));
                    if (!m.matches()) {
                        throw new BadValue("\"" + text + "\" is not a limit of sentences and characters");
                    }
                    int sentences = Integer.parseInt(m.group(1));
                    int characters = Integer.parseInt(m.group(2));
                    if (sentences < 1 || characters < 1) {
                        throw new BadValue("\"" + text + "\" would show nothing at all");
                    }
                    return new ExtractLimit(sentences, characters);
                });
    }

    /** An address of a service; with {@code path}, one may follow the host. */
    static Type<Optional<URI>> url(Set<String> schemes, boolean path) {
        String expected = String.join(":// or ", schemes.stream().sorted().toList()) + "://, a host"
                + (path ? ", perhaps a port and a path" : " and perhaps a port, no path");
        return new Type<>(expected, "\"type\": \"string\"", false, false, items -> {
            if (items.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(url(items.getFirst(), schemes, path));
        });
    }

    private static URI url(String text, Set<String> schemes, boolean path) throws BadValue {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new BadValue("\"" + text + "\" is not an address");
        }
        if (url.getScheme() == null || !schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            throw new BadValue("\"" + text + "\" does not begin with "
                    + String.join(":// or ", schemes.stream().sorted().toList()) + "://");
        }
        if (url.getHost() == null) {
            throw new BadValue("\"" + text + "\" names no host");
        }
        if (url.getPort() > 65_535 || url.getPort() == 0) {
            throw new BadValue("\"" + text + "\": there is no port " + url.getPort());
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new BadValue("\"" + text + "\" holds more than an address: a user, a query or a fragment");
        }
        String rest = url.getRawPath() == null ? "" : url.getRawPath();
        if (!path && !rest.isEmpty() && !rest.equals("/")) {
            throw new BadValue("\"" + text + "\" holds a path (" + rest + "), which cannot be kept");
        }
        return url;
    }

    /** How a stranger reaches whoever runs this: it goes into a header of every request, so nothing that could end one is let in. */
    static Type<Optional<String>> contact() {
        return new Type<>("a page's address or an e-mail address", "\"type\": \"string\"", false, false, items -> {
            if (items.isEmpty()) {
                return Optional.empty();
            }
            String text = items.getFirst();
            if (!CONTACT.matcher(text).matches()) {
                throw new BadValue("\"" + text + "\" is neither a page's address nor an e-mail address");
            }
            return Optional.of(text);
        });
    }

    /** The address of a PostgreSQL database. SQLite needs none. */
    static Type<Optional<String>> storeUrl() {
        return new Type<>(
                "nothing, for SQLite in the data folder, or jdbc:postgresql://HOST/DATABASE",
                "\"type\": \"string\", \"pattern\": \"^$|^jdbc:postgresql:\"",
                false,
                false,
                items -> {
                    if (items.isEmpty()) {
                        return Optional.empty();
                    }
                    String url = items.getFirst();
                    if (url.matches("jdbc:postgresql:(//[^/\\s]+/)?[^\\s]+")) {
                        return Optional.of(url);
                    }
                    throw new BadValue(
                            "the address (not shown: it may hold a password) is not jdbc:postgresql://HOST/DATABASE");
                });
    }

    static Type<List<AllowedAddress>> addresses() {
        return list("IP addresses or CIDR ranges, each perhaps with a port", text -> {
            try {
                return AllowedAddress.parse(text);
            } catch (IllegalArgumentException e) {
                throw new BadValue(String.valueOf(e.getMessage()));
            }
        });
    }

    /** Any name that a pack may have: an operator may have made packs of their own. */
    static Type<List<String>> packs() {
        return list("names of packs, such as " + String.join(", ", PackFiles.SHIPPED), text -> {
            if (!PackName.isName(text)) {
                throw new BadValue("\"" + text + "\" is not the name of a pack");
            }
            return text;
        });
    }

    static Type<List<PersonKey>> persons() {
        return list("platform user ids, discord:ID or telegram:ID", text -> {
            Matcher m = PERSON.matcher(text);
            if (!m.matches()) {
                throw new BadValue("\"" + text + "\" is not a person");
            }
            return new PersonKey(m.group(1), m.group(2));
        });
    }

    private static <T> Type<T> scalar(String expected, String schema, Type.TextParser<T> parser) {
        return new Type<>(expected, schema, false, false, items -> parser.parse(items.getFirst()));
    }

    private static <T> Type<List<T>> list(String expected, Type.TextParser<T> parser) {
        return new Type<>(expected, "\"type\": \"array\", \"items\": {\"type\": \"string\"}", true, false, items -> {
            List<T> values = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            for (String item : items) {
                try {
                    values.add(parser.parse(item));
                } catch (BadValue e) {
                    wrong.add(e.why());
                }
            }
            if (!wrong.isEmpty()) {
                throw new BadValue(String.join("; ", wrong));
            }
            return List.copyOf(values);
        });
    }
}
