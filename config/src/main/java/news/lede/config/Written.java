package news.lede.config;

import java.util.List;

/**
 * A value as it was written, before anybody understood it. {@code items}: the parts of a list, or the one text; blank ones left out. {@code list}: whether
 * it was written as one. {@code as} says how its place writes {@code key: value}.
 */
record Written(String key, List<String> items, boolean list, String where, Place as) {
    /** The three places a value can be written in, each with its own way to write it. */
    enum Place {
        FILE,
        ENVIRONMENT,
        COMMAND_LINE;

        String example(Key<?> key) {
            String value = key.example().isEmpty() ? "\"\"" : key.example();
            return switch (this) {
                case FILE -> key.name() + ": " + (key.type().list() ? "[\"" + value + "\"]" : value);
                case ENVIRONMENT -> key.variable() + "=" + value;
                case COMMAND_LINE ->
                    "--set "
                            + (value.indexOf(' ') < 0
                                    ? key.name() + "=" + value
                                    : "\"" + key.name() + "=" + value + "\"");
            };
        }

        String name(Key<?> key) {
            return this == ENVIRONMENT ? key.variable() : key.name();
        }
    }

    Written {
        items = items.stream().map(String::strip).filter(i -> !i.isEmpty()).toList();
    }

    /** One text, which a key that takes several parts at its commas. */
    static Written text(Key<?> key, String text, String where, Place as) {
        List<String> items = key.type().list() ? List.of(text.split(",")) : List.of(text);
        return new Written(key.name(), items, false, where, as);
    }
}
