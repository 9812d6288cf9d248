package news.lede.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import news.lede.answer.Texts;
import news.lede.command.CommandSpec;
import news.lede.command.Option;
import news.lede.community.Role;

/**
 * Turns the one declaration of commands into Discord's. What members ask is offered everywhere, also to somebody who installed the bot for themselves; what
 * moderators do is offered in servers that have the bot, to those who may manage them, and alone with it, where everybody may.
 */
final class CommandMenu {
    /** A command that messages offer in their menu, by the core's command it needs. */
    enum Menu {
        SUMMARIZE("menu.summarize", "summarize"),
        RELATED("menu.related", "related");

        private final String key;
        private final String command;

        Menu(String key, String command) {
            this.key = key;
            this.command = command;
        }

        /** The command of the core that answers it. */
        String command() {
            return command;
        }

        String name(Locale locale) {
            return Wording.text(key, locale);
        }
    }

    private CommandMenu() {}

    static List<CommandData> of(List<CommandSpec> specs) {
        List<CommandData> all = new ArrayList<>();
        specs.forEach(s -> all.add(slash(s)));
        Set<String> names = specs.stream().map(CommandSpec::name).collect(Collectors.toSet());
        for (Menu menu : Menu.values()) {
            if (names.contains(menu.command())) {
                CommandData data =
                        Commands.message(menu.name(Locale.ENGLISH)).setNameLocalizations(localized(menu::name));
                all.add(offered(data, Role.MEMBER));
            }
        }
        return all;
    }

    private static CommandData slash(CommandSpec spec) {
        SlashCommandData data = Commands.slash(spec.name(), spec.description(Locale.ENGLISH));
        data.setDescriptionLocalizations(localized(spec::description));
        for (Option option : spec.options()) {
            OptionType type = option.kind() == Option.Kind.COUNT ? OptionType.INTEGER : OptionType.STRING;
            OptionData added = new OptionData(
                    type,
                    option.name(),
                    spec.description(option, Locale.ENGLISH),
                    option.required(),
                    option.kind().completes());
            data.addOptions(added.setDescriptionLocalizations(localized(l -> spec.description(option, l))));
        }
        return offered(data, spec.role());
    }

    private static CommandData offered(CommandData data, Role role) {
        return switch (role) {
            case MEMBER ->
                data.setContexts(InteractionContextType.ALL)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
            case MODERATOR ->
                data.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        };
    }

    /** In every language of ours but the fallback, as far as Discord knows it. */
    private static Map<DiscordLocale, String> localized(Function<Locale, String> text) {
        Map<DiscordLocale, String> localized = new HashMap<>();
        for (Locale locale : Texts.LANGUAGES) {
            DiscordLocale known = DiscordLocale.from(locale);
            if (known != DiscordLocale.UNKNOWN) {
                localized.put(known, text.apply(locale));
            }
        }
        return localized;
    }
}
