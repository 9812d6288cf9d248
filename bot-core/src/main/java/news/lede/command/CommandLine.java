package news.lede.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;

/**
 * Reads commands as people type them, and writes them so that they read back the same. The rules:
 *
 * <ul>
 *   <li>{@code /topic immigration count:5}: words without a name belong to the first option, {@code name:value} may stand anywhere. {@code /Topic@LedeBot}
 *       is the same command.
 *   <li>Words after {@code source:} belong to it until the next name: {@code source:Time of India}. After a quoted value, a count or a link they belong
 *       to the first option again.
 *   <li>Quotes hold words together, and keep {@code "a:b"} from being read as an option. In words to search for they stay, since they ask for a phrase.
 *   <li>A number alone is the count of a command whose first option may be left out: {@code /latest 5}.
 *   <li>Without a slash: a link is summarised, {@code #4} or a number opens that story, a command's name alone is that command, nothing at all is a call for
 *       help, anything else is searched for.
 * </ul>
 *
 * Immutable.
 */
final class CommandLine {
    /** The longest message a platform sends. */
    static final int MAX_CHARS = 4096;

    /** How much of what somebody typed a notice repeats. */
    static final int ECHOED = 60;

    private static final Pattern COMMAND =
            Pattern.compile("/\\s*([^\\s@]*)(?:@\\S*)?", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, CommandSpec> specs;

    CommandLine(List<CommandSpec> specs) {
        this.specs = specs.stream()
                .collect(Collectors.toMap(
                        CommandSpec::name,
                        s -> s,
                        (a, b) -> {
                            throw new IllegalArgumentException("declared twice: " + a);
                        },
                        LinkedHashMap::new));
    }

    /** All commands, in the order help lists them. */
    List<CommandSpec> specs() {
        return List.copyOf(specs.values());
    }

    Optional<CommandSpec> spec(String name) {
        return Optional.ofNullable(specs.get(name));
    }

    Parsed parse(String typed, Texts texts) {
        if (typed.length() > MAX_CHARS) {
            return new Parsed.Wrong(texts.notice("too-long", List.of(), MAX_CHARS));
        }
        String text = typed.strip();
        if (!text.startsWith("/")) {
            return unslashed(text, texts);
        }
        Matcher head = COMMAND.matcher(text);
        if (!head.lookingAt() || head.group(1).isEmpty()) {
            return call("help", Map.of(), texts);
        }
        String name = head.group(1).toLowerCase(Locale.ROOT);
        return spec(name)
                .<Parsed>map(s -> options(s, Piece.of(text.substring(head.end())), texts))
                .orElseGet(() -> new Parsed.Wrong(unknownCommand(name, texts)));
    }

    /** Checks that a call names a command and options we have. */
    Parsed understand(Invocation invocation, Texts texts) {
        String name = invocation.command().toLowerCase(Locale.ROOT);
        Optional<CommandSpec> spec = spec(name);
        if (spec.isEmpty()) {
            return new Parsed.Wrong(unknownCommand(name, texts));
        }
        for (String option : invocation.options().keySet()) {
            if (spec.get().option(option).isEmpty()) {
                return unknownOption(spec.get(), option, texts);
            }
        }
        return new Parsed.Call(spec.get(), new Invocation(name, invocation.options(), invocation.uploads()));
    }

    private Parsed unslashed(String text, Texts texts) {
        if (text.isEmpty()) {
            return call("help", Map.of(), texts);
        }
        Optional<String> link = Links.firstIn(text);
        if (link.isPresent()) {
            return call("summarize", Map.of("link", link.get()), texts);
        }
        if (StoryReferences.isNumber(text)) {
            return call("story", Map.of("story", text), texts);
        }
        String name = text.toLowerCase(Locale.ROOT);
        return specs.containsKey(name) ? call(name, Map.of(), texts) : call("search", Map.of("words", text), texts);
    }

    private Parsed call(String name, Map<String, String> options, Texts texts) {
        return understand(new Invocation(name, options), texts);
    }

    /** Says that there is no such command, and which one comes near. */
    Answer.Notice unknownCommand(String name, Texts texts) {
        String typed = Display.brief(name, ECHOED);
        return Nearest.of(name, specs.keySet())
                .map(near -> texts.notice("command.near", List.of(new Action("/" + near, "/" + near)), typed, near))
                .orElseGet(() -> texts.notice(
                        "command.unknown", List.of(new Action(texts.text("action.help"), "/help")), typed));
    }

    /** What to type is the same on all platforms, so a name that is no option is told with those that are. */
    static Parsed.Wrong unknownOption(CommandSpec spec, String name, Texts texts) {
        List<String> names = spec.options().stream().map(Option::name).toList();
        String typed = Display.brief(name, ECHOED);
        Optional<String> near = Nearest.of(name, names);
        if (near.isPresent()) {
            return new Parsed.Wrong(texts.notice("option.near", List.of(), typed, spec.name(), near.get()));
        }
        return new Parsed.Wrong(
                names.isEmpty()
                        ? texts.notice("options.none", List.of(), spec.name())
                        : texts.notice("option.unknown", List.of(), typed, spec.name(), texts.list(names)));
    }

    /**
     * Writes a call so that {@link #parse} reads the same from it, as short as it can be: buttons carry few characters. Values that no typing gives (line breaks, a quote
     * within quotes) lose these.
     */
    String write(Invocation invocation) {
        CommandSpec spec = specs.get(invocation.command());
        if (spec == null) {
            return "/" + invocation.command();
        }
        StringBuilder line = new StringBuilder("/" + spec.name());
        spec.understood()
                .forEach(o -> invocation
                        .option(o.name())
                        .ifPresent(v -> line.append(' ').append(written(spec, o, Display.plain(v)))));
        return line.toString();
    }

    private static String written(CommandSpec spec, Option option, String given) {
        String bare = given.replace("\"", "");
        String quoted = "\"" + bare + "\"";
        boolean phrases = option.kind() == Option.Kind.WORDS || option.kind() == Option.Kind.FILTER;
        String value = phrases ? Piece.straight(given) : bare;
        boolean first = spec.first().filter(option::equals).isPresent();
        List<String> forms = first ? List.of(value, quoted) : List.of();
        return Stream.concat(forms.stream(), Stream.of(option.name() + ":" + value, option.name() + ":" + quoted))
                .filter(form -> new OptionReader(spec)
                        .read(Piece.of(form))
                        .equals(new OptionReader.Values(Map.of(option.name(), value))))
                .findFirst()
                .orElse(option.name() + ":" + quoted);
    }

    private static Parsed options(CommandSpec spec, List<Piece> pieces, Texts texts) {
        return switch (new OptionReader(spec).read(pieces)) {
            case OptionReader.Values(var values) -> new Parsed.Call(spec, new Invocation(spec.name(), values));
            case OptionReader.Unknown(String name) -> unknownOption(spec, name, texts);
            case OptionReader.Twice(String name) ->
                new Parsed.Wrong(texts.notice("option.twice", List.of(), name, spec.example(texts.locale())));
            case OptionReader.NoRoom _ -> new Parsed.Wrong(texts.notice("options.none", List.of(), spec.name()));
        };
    }
}
