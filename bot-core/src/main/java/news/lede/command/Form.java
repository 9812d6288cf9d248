package news.lede.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Texts;

/**
 * What a call leaves open that is written or picked rather than looked up, for platforms that can ask for it in a form. Where there are none the call is answered as it stands, and says what
 * can be typed. Pure: a form must be shown at once, without asking the store.
 */
public record Form(CommandSpec spec, Map<String, String> given, List<Field> fields) {
    /** More than this nobody fills in. */
    public static final int MOST_FIELDS = 5;

    /** The hidden option by which a call says which options its form asks for, parted by commas, whatever was given. */
    static final String ASK = "ask";

    private static final CommandLine COMMANDS = new CommandLine(CommandSpecs.ALL);

    /** One thing to fill in, which may stay empty. {@code explained} says in the reader's language what belongs there. */
    public record Field(Option option, String explained, OptionShape shape) {}

    public Form {
        given = Map.copyOf(given);
        fields = List.copyOf(fields);
    }

    /** The form of a call, as typed; empty when it is none of ours or leaves nothing open. */
    public static Optional<Form> of(String typed, Locale locale) {
        return switch (COMMANDS.parse(typed, Texts.in(locale))) {
            case Parsed.Wrong _ -> Optional.empty();
            case Parsed.Call(CommandSpec spec, Invocation call) -> {
                List<Field> fields = spec.options().stream()
                        .filter(option -> isAsked(option, call))
                        .limit(MOST_FIELDS)
                        .map(option ->
                                new Field(option, spec.description(option, locale), OptionShape.of(option, locale)))
                        .toList();
                yield fields.isEmpty() ? Optional.empty() : Optional.of(new Form(spec, call.options(), fields));
            }
        };
    }

    private static boolean isAsked(Option option, Invocation call) {
        Optional<String> asked = call.option(ASK);
        if (asked.isPresent()) {
            return List.of(asked.get().split(",")).contains(option.name());
        }
        return call.option(option.name()).isEmpty() && isWritten(option.kind());
    }

    private static boolean isWritten(Option.Kind kind) {
        return switch (kind) {
            case TEXT, FILTER, WHEN, TARGET, STYLE, SILENT, FAULT -> true;
            default -> false;
        };
    }

    /** The call with what was filled in; blank values are left out, those of other names too. */
    public Invocation filled(Map<String, String> values) {
        Map<String, String> options = new HashMap<>(given);
        options.remove(ASK);
        for (Field field : fields) {
            String value = values.getOrDefault(field.option().name(), "");
            if (!value.isBlank()) {
                options.put(field.option().name(), value.strip());
            }
        }
        return new Invocation(spec.name(), options);
    }
}
