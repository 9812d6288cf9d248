package news.lede.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Pick;
import news.lede.answer.Texts;

/** Makes what can be chosen in a form, and the call that a choice is. For adapters whose menus hand over values. Pure. */
public final class Picks {
    private static final CommandLine COMMANDS = new CommandLine(CommandSpecs.ALL);
    private static final String AWAY = "-";

    private Picks() {}

    /** The call of a menu: {@code command} as the {@link Pick} has it, {@code values} those that were chosen, or that changed. Empty when the command is none of ours. */
    public static Optional<Invocation> chosen(String command, String option, Collection<String> values) {
        return switch (COMMANDS.parse(command, Texts.in(Locale.ENGLISH))) {
            case Parsed.Wrong _ -> Optional.empty();
            case Parsed.Call(CommandSpec spec, Invocation call) -> {
                Map<String, String> options = new HashMap<>(call.options());
                options.put(option, String.join(",", values));
                yield Optional.of(new Invocation(spec.name(), options));
            }
        };
    }

    /** What changed between those that were picked and those that are: each new one, each that is gone with a minus before it. */
    public static List<String> changed(Collection<String> before, Collection<String> now) {
        List<String> changed = new ArrayList<>();
        now.stream().filter(value -> !before.contains(value)).forEach(changed::add);
        before.stream()
                .filter(value -> !now.contains(value))
                .map(value -> AWAY + value)
                .forEach(changed::add);
        return changed;
    }

    /** A value to choose alone, or among several. */
    static Pick.Value value(Invocation base, String option, Candidate candidate, boolean picked, boolean several) {
        Map<String, String> options = new HashMap<>(base.options());
        options.put(option, several && picked ? AWAY + candidate.value() : candidate.value());
        return new Pick.Value(
                candidate.label(), candidate.value(), COMMANDS.write(new Invocation(base.command(), options)), picked);
    }

    static Pick of(String label, Invocation base, String option, boolean several, List<Pick.Value> values) {
        return new Pick(label, COMMANDS.write(base), option, several, values);
    }
}
