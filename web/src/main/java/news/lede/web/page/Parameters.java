package news.lede.web.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values of an address or a form, in the order given. Immutable. */
public record Parameters(Map<String, List<String>> values) {
    /** None. */
    public static final Parameters NONE = new Parameters(Map.of());

    /** More names than any form of ours has are left unread. */
    private static final int MOST = 200;

    public Parameters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, of) -> copy.put(name, List.copyOf(of)));
        values = Collections.unmodifiableMap(copy);
    }

    /** Reads {@code a=1&b=two+words}. What cannot be decoded is left out. */
    public static Parameters read(String encoded) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        String[] pairs = encoded.split("&", MOST + 1);
        for (int i = 0; i < Math.min(pairs.length, MOST); i++) {
            String pair = pairs[i];
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                String key = URLDecoder.decode(name, StandardCharsets.UTF_8);
                String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
                if (!key.isEmpty()) {
                    read.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
                }
            } catch (IllegalArgumentException e) {
                // A broken escape: nothing of ours wrote it, and the rest can be read.
            }
        }
        return new Parameters(read);
    }

    /** The first value of a name, stripped; absent when it is missing or blank. */
    public Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** All values of a name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value as a number from {@code least} to {@code most}; absent when it is none. */
    public Optional<Integer> number(String name, int least, int most) {
        return text(name)
                .filter(value -> value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }
}
