package news.lede.config;

import java.util.List;

/**
 * What a value must look like. {@code expected} completes "write …"; {@code schema} is the same as a JSON schema, an object's members; a {@code list} takes several items,
 * anything else exactly one.
 */
record Type<T>(String expected, String schema, boolean list, boolean secret, Parser<T> parser) {
    /** Makes a value of its parts: those of a list (none when it is empty), or the one text, never blank. */
    interface Parser<T> {
        T parse(List<String> items) throws BadValue;
    }

    /** Makes a value of one text, never blank. */
    interface TextParser<T> {
        T parse(String text) throws BadValue;
    }

    /** Quotes {@code text} for a message, unless it must not be shown. */
    String show(String text) {
        return secret ? "the value (not shown)" : "\"" + text + "\"";
    }
}
