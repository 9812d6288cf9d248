package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import news.lede.community.Role;

/**
 * One command as every platform declares it. {@code name} is legal on all (a-z, digits, underscore). Descriptions stand in the message bundles under
 * {@code command.NAME} and {@code command.NAME.OPTION}, at most 100 characters each.
 */
public record CommandSpec(String name, List<Option> options, Role role) {
    public CommandSpec {
        options = List.copyOf(options);
        if (!name.matches("[a-z0-9_]{1,32}")) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
    }

    public String description(Locale locale) {
        return bundle(locale).getString("command." + name);
    }

    public String description(Option option, Locale locale) {
        return bundle(locale).getString("command." + name + "." + option.name());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("news.lede.answer.messages", locale);
    }
}
