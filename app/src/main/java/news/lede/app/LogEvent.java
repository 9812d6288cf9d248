package news.lede.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log in parts, as its words in the code have them: {@code "poll failed source={} outcome=\"{}\""} is the event {@code poll-failed} with two fields. What stands before the first field names the event; it has no
 * values in it, so that the name is always the same.
 */
record LogEvent(String name, Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("\\b([a-zA-Z][a-zA-Z0-9]*)=(\"\\{}\"|\\{}|\"[^\"]*\"|\\S*)");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9.]+");
    private static final String EVENT = "event";

    LogEvent {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** {@code words}: as they stand in the code; {@code values}: what takes the place of each {@code {}}. */
    static LogEvent of(String words, @Nullable Object... values) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(words);
        int end = words.length();
        int next = 0;
        int from = 0;
        while (field.find()) {
            end = Math.min(end, field.start());
            next += holes(words.substring(from, field.start()));
            from = field.end();
            String written = field.group(2);
            if (holes(written) == 0) {
                fields.put(field.group(1), written.replace("\"", ""));
            } else {
                fields.put(field.group(1), next < values.length ? String.valueOf(values[next]) : "");
                next++;
            }
        }
        String event = fields.remove(EVENT);
        return new LogEvent(event == null ? name(words.substring(0, end)) : event, fields);
    }

    private static int holes(String text) {
        int holes = 0;
        for (int at = text.indexOf("{}"); at >= 0; at = text.indexOf("{}", at + 2)) {
            holes++;
        }
        return holes;
    }

    private static String name(String words) {
        String name = NO_WORD.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
        return name.replaceAll("^-|-$", "");
    }
}
