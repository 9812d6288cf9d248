package news.lede.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shares the pieces after a command's name out among its options, by the rules of {@link CommandLine}. For one use. */
final class OptionReader {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,9}");
    private static final Pattern HELD = Pattern.compile("\"[^\"]+\"");

    /** What came of it. */
    sealed interface Outcome {}

    /** Values by option, none empty. */
    record Values(Map<String, String> byOption) implements Outcome {
        Values {
            byOption = Map.copyOf(byOption);
        }
    }

    /** A value for an option that the command does not have. */
    record Unknown(String name) implements Outcome {}

    /** One option named twice. */
    record Twice(String name) implements Outcome {}

    /** Words for a command that takes none. */
    record NoRoom() implements Outcome {}

    private final CommandSpec spec;
    private final Map<String, StringBuilder> values = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    /** Takes the words to come; without one the first option does. */
    private @Nullable Option open;

    OptionReader(CommandSpec spec) {
        this.spec = spec;
    }

    Outcome read(List<Piece> pieces) {
        for (Piece piece : pieces) {
            Optional<Option> option = spec.option(piece.name().toLowerCase(Locale.ROOT));
            if (option.isPresent()) {
                open = option.get();
                if (!named.add(open.name())) {
                    return new Twice(open.name());
                }
                if (!piece.value().isEmpty()) {
                    add(open, piece, word(open, piece));
                }
            } else if (!piece.name().isEmpty() && !piece.value().isEmpty() && !isFilter(open)) {
                return new Unknown(piece.name());
            } else {
                Option target = open != null ? open : next().orElse(null);
                if (target == null) {
                    return new NoRoom();
                }
                add(target, piece, piece.name().isEmpty() ? word(target, piece) : piece.asWord());
            }
        }
        Map<String, String> given = new HashMap<>();
        values.forEach((name, value) -> given.put(name, withoutHolding(name, value.toString())));
        return new Values(countAlone(given));
    }

    /** Who takes words without a name: the first option, or the one after an action that is named already. */
    private Optional<Option> next() {
        return spec.understood()
                .filter(o -> !o.kind().leads() || !values.containsKey(o.name()))
                .findFirst();
    }

    private void add(Option option, Piece piece, String word) {
        StringBuilder value = values.computeIfAbsent(option.name(), _ -> new StringBuilder());
        value.append(value.isEmpty() ? "" : " ").append(word);
        if ((piece.quoted() && !isFilter(option)) || !option.kind().takesSeveralWords()) {
            open = null;
        }
    }

    /** A filter has names before colons of its own. */
    private static boolean isFilter(@Nullable Option option) {
        return option != null && option.kind() == Option.Kind.FILTER;
    }

    /** Quotes around the whole of a filter hold it together; others are phrases in it. */
    private String withoutHolding(String option, String value) {
        boolean held = isFilter(spec.option(option).orElse(null))
                && HELD.matcher(value).matches();
        return held ? value.substring(1, value.length() - 1) : value;
    }

    /** In words to look for, and in filters, quotes mean a phrase and stay. */
    private static String word(Option option, Piece piece) {
        boolean phrases = option.kind() == Option.Kind.WORDS || isFilter(option);
        return phrases && piece.quoted() ? "\"" + piece.value() + "\"" : piece.value();
    }

    /** {@code /latest 5} means five stories: nobody asks for the topic "5", who can name it when they do. */
    private Map<String, String> countAlone(Map<String, String> given) {
        Option first = spec.first().orElse(null);
        Option count = spec.option("count").orElse(null);
        if (first == null
                || count == null
                || first.required()
                || named.contains(first.name())
                || given.containsKey(count.name())) {
            return given;
        }
        String value = given.getOrDefault(first.name(), "");
        if (NUMBER.matcher(value).matches()) {
            given.remove(first.name());
            given.put(count.name(), value);
        }
        return given;
    }
}
