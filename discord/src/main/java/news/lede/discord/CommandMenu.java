package news.lede.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.Option;
import news.lede.command.OptionShape;
import news.lede.community.Role;

/**
 * Turns the one declaration of commands into Discord's. What members ask is offered everywhere, also to somebody who installed the bot for themselves; what
 * moderators do is offered in servers that have the bot, to those who may manage them, and alone with it, where everybody may.
 */
final class CommandMenu {
    /** A command that messages offer in their menu, by the core's command it needs. */
    enum Menu {
        SUMMARIZE("menu.summarize", "summarize"),
        RELATED("menu.related", "related"),
        KNOWN("menu.known", "known");

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

    private static final int LABEL = 100;

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

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
        data.setNameLocalizations(
                localized(l -> Names.in(l).command(spec.name()).orElse(spec.name())));
        data.setDescriptionLocalizations(localized(spec::description));
        for (Option option : spec.options()) {
            data.addOptions(option(spec, option));
        }
        return offered(data, spec.role());
    }

    private static OptionData option(CommandSpec spec, Option option) {
        OptionShape shape = OptionShape.of(option, Locale.ENGLISH);
        OptionType type = switch (shape) {
            case OptionShape.Number _ -> OptionType.INTEGER;
            case OptionShape.Person _ -> OptionType.MENTIONABLE;
            case OptionShape.File _ -> OptionType.ATTACHMENT;
            case OptionShape.OneOf _, OptionShape.Text _ -> OptionType.STRING;
        };
        OptionData data =
                new OptionData(type, option.name(), spec.description(option, Locale.ENGLISH), option.required());
        data.setNameLocalizations(
                localized(l -> Names.in(l).option(option.name()).orElse(option.name())));
        data.setDescriptionLocalizations(localized(l -> spec.description(option, l)));
        switch (shape) {
            case OptionShape.Number(int least, int most) -> data.setRequiredRange(least, most);
            case OptionShape.OneOf(List<Choice> choices) -> choices.forEach(c -> data.addChoices(choice(option, c)));
            case OptionShape.Person _, OptionShape.File _ -> {}
            case OptionShape.Text(int mostChars) ->
                data.setMaxLength(mostChars).setAutoComplete(option.kind().completes());
        }
        return data;
    }

    private static Command.Choice choice(Option option, Choice choice) {
        return new Command.Choice(Display.brief(choice.label(), LABEL), choice.value())
                .setNameLocalizations(localized(l -> Display.brief(labelOf(option, choice.value(), l), LABEL)));
    }

    private static String labelOf(Option option, String value, Locale locale) {
        return OptionShape.of(option, locale) instanceof OptionShape.OneOf(List<Choice> choices)
                ? choices.stream()
                        .filter(c -> c.value().equals(value))
                        .findFirst()
                        .map(Choice::label)
                        .orElse(value)
                : value;
    }

    /** Tells menus from each other: the same for the same menus, at each start and on each machine. */
    static String fingerprint(List<CommandData> menu) {
        String text = DataArray.fromCollection(menu).toString();
        try {
            // Sorted: JDA's objects have no order of their own.
            byte[] sorted = SORTED.writeValueAsBytes(SORTED.readValue(text, Object.class));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a menu without a fingerprint", e);
        }
    }

    private static CommandData offered(CommandData data, Role role) {
        return switch (role) {
            case MEMBER ->
                data.setContexts(InteractionContextType.ALL)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
            // Editors are members to Discord, which cannot tell them apart: whoever is none is refused by us.
            case EDITOR ->
                data.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
            case MODERATOR, OWNER ->
                data.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        };
    }

    /** In every language of ours but the fallback, as Discord knows it: Spanish, Portuguese and Chinese by region. */
    private static Map<DiscordLocale, String> localized(Function<Locale, String> text) {
        Map<DiscordLocale, String> localized = new HashMap<>();
        for (DiscordLocale known : DiscordLocale.values()) {
            Locale spoken = Texts.in(known.toLocale()).locale();
            if (known != DiscordLocale.UNKNOWN && !spoken.equals(Texts.LANGUAGES.getFirst())) {
                localized.put(known, text.apply(spoken));
            }
        }
        return localized;
    }
}
