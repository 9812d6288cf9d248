package news.lede.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting with what is written for it and where, for a person who checks. Nothing secret is ever in it. */
public final class SettingsListing {
    private static final String STORE = Keys.STORE_URL.name();

    private SettingsListing() {}

    /**
     * One setting.
     *
     * @param value as it is written, "set" in place of a secret; the default where nothing is written; may be empty
     * @param where the file and line, variable or option it is written in; empty for a default
     * @param variable its name in the environment
     */
    public record Line(String key, String value, String where, String variable, String description) {}

    /** In the order of the shipped file, read as {@link SettingsReader#read} does, whether or not it is right. */
    public static List<Line> of(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        Map<String, Written> written = SettingsReader.written(file, environment, sets, new ArrayList<>());
        return Keys.ALL.stream()
                .map(key -> {
                    Optional<Written> own = Optional.ofNullable(written.get(key.name()))
                            .filter(w -> !w.items().isEmpty());
                    return new Line(
                            key.name(),
                            own.map(w -> shown(key, w)).orElse(key.fallback()),
                            own.map(Written::where).orElse(""),
                            key.variable(),
                            key.description());
                })
                .toList();
    }

    private static String shown(Key<?> key, Written written) {
        if (key.type().secret()) {
            return "set";
        }
        String text = String.join(", ", written.items());
        return key.name().equals(STORE) ? withoutParameters(text) : text;
    }

    /** A password may stand behind the question mark or before an at sign. */
    private static String withoutParameters(String url) {
        int end = url.indexOf('?');
        return (end < 0 ? url : url.substring(0, end) + "?…").replaceAll("//[^/@]*@", "//…@");
    }
}
