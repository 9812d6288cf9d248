package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.community.Role;

/**
 * One command as every platform declares it. {@code name} is legal on all (a-z, digits, underscore). {@code options} are what menus show; {@code hidden} ones are
 * understood too, but only our own buttons and links write them. Descriptions stand in the message bundles under {@code command.NAME} and
 * {@code command.NAME.OPTION}, at most 100 characters each.
 */
public record CommandSpec(String name, List<Option> options, Role role, List<Option> hidden) {
    public CommandSpec {
        options = List.copyOf(options);
        hidden = List.copyOf(hidden);
        if (!name.matches("[a-z0-9_]{1,32}")) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
    }

    public CommandSpec(String name, List<Option> options, Role role) {
        this(name, options, role, List.of());
    }

    public String description(Locale locale) {
        return Texts.in(locale).text("command." + name);
    }

    public String description(Option option, Locale locale) {
        return Texts.in(locale).text("command." + name + "." + option.name());
    }

    /** A call worth copying, as typed. */
    public String example(Locale locale) {
        return Texts.in(locale).text("example." + name);
    }

    /** How to call it: {@code /topic TOPIC [count]}. */
    public String usage() {
        return Stream.concat(
                        Stream.of("/" + name),
                        options.stream()
                                .map(o -> o.required() ? o.name().toUpperCase(Locale.ROOT) : "[" + o.name() + "]"))
                .collect(Collectors.joining(" "));
    }

    /** The option of that name, shown or hidden. */
    Optional<Option> option(String option) {
        return understood().filter(o -> o.name().equals(option)).findFirst();
    }

    /** The option that takes words typed without a name. */
    Optional<Option> first() {
        return understood().findFirst();
    }

    /** All options, those that menus show first. */
    Stream<Option> understood() {
        return Stream.concat(options.stream(), hidden.stream());
    }
}
