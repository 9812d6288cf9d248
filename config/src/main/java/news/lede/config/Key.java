package news.lede.config;

import java.util.Locale;

/**
 * One thing that can be set. {@code fallback} is the value as one would write it when nobody sets it; {@code example} one that works and differs
 * from it where that helps; {@code description} is one line for the shipped file and the schema.
 */
record Key<T>(String name, Type<T> type, String fallback, String example, String description) {
    /** Its name in the environment: {@code web.public-url} is {@code LEDE_WEB_PUBLIC_URL}. */
    String variable() {
        return "LEDE_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
